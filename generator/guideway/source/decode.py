"""Bytes → text, or the reason why they are none."""

import re

from guideway.problems import Place, Problem
from guideway.problems.files.text import control_character, not_utf8, too_large

LIMIT = 400_000
"""Bytes in a file."""

LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What YAML 1.1 counts as the end of a line."""

CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
"""Signs that are no text: calendars and XML may not have them, or they turn what is beside them
around, so that a reader sees another number than stands there."""


def decode(path: str, content: bytes) -> str | Problem:
    """Give the text of a file without its byte order mark."""
    if len(content) > LIMIT:
        return too_large(Place(path), LIMIT)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return not_utf8(_byte_place(path, content, error.start))
    found = CONTROL.search(text)
    return control_character(_place(path, text, found.start()), found[0]) if found else text


def _byte_place(path: str, content: bytes, offset: int) -> Place:
    before = content[:offset].decode("utf-8-sig", errors="replace")
    line = LINE_BREAK.split(content.decode("utf-8-sig", errors="replace"))[_count(before) - 1]
    return Place(path, _count(before), len(LINE_BREAK.split(before)[-1]) + 1, 1, line)


def _place(path: str, text: str, offset: int) -> Place:
    before = text[:offset]
    lines = LINE_BREAK.split(text)
    line = lines[_count(before) - 1]
    return Place(path, _count(before), len(LINE_BREAK.split(before)[-1]) + 1, 1, line)


def _count(before: str) -> int:
    return len(LINE_BREAK.split(before))

"""Bytes of an article → its text, whatever it was saved in: UTF-8, GB18030, Big5, UTF-16."""

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_DECLARED = re.compile(rb"(?i)charset\s*=\s*[\"']?\s*([\w-]{2,20})")
_HEAD = 2_000
"""A page says within so many bytes how it is written."""
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "utf8": "utf-8"}
"""What pages say → what has all signs of it."""
_TRIED = ["gb18030", "big5hkscs", "big5", "cp1252"]
_PATIENT = 0.9
"""How odd a text may look: short lines with many signs look odder than prose."""
_NAMES = {"gb18030": "GB18030", "big5hkscs": "Big5", "big5": "Big5", "utf-8-sig": "UTF-8"}


class Decoded(NamedTuple):
    """A text, and what it was saved in."""

    text: str
    encoding: str
    """As people call it."""


def decoded(content: bytes) -> Decoded:
    """Read bytes as text; a ValueError if they are none."""
    for encoding in _likely(content):
        try:
            return Decoded(content.decode(encoding), _NAMES.get(encoding, encoding.upper()))
        except (UnicodeDecodeError, LookupError):
            continue
    best = from_bytes(content, cp_isolation=_TRIED, threshold=_PATIENT).best()
    if best is None or "\0" in str(best):
        raise ValueError("it is no text that can be read")
    return Decoded(str(best), _NAMES.get(best.encoding, best.encoding.upper()))


def _likely(content: bytes) -> list[str]:
    """What it may be without guessing: its mark, UTF-8, what it says itself."""
    marks = [name for mark, name in _MARKS.items() if content.startswith(mark)]
    said = _DECLARED.search(content[:_HEAD])
    named = said[1].decode("ascii").lower() if said else ""
    return [*marks, "utf-8", *filter(None, [_WIDER.get(named, named)])]

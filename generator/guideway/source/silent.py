"""Slips that a YAML reader does not notice: it reads something else than what is meant."""

import re
from collections.abc import Iterator, Sequence
from typing import cast

from yaml.error import Mark
from yaml.events import ScalarEvent

from guideway.problems import Place, Problem
from guideway.problems.files.leftovers import quoted_text
from guideway.problems.files.slips import cut_text, unclosed, wrong_indent
from guideway.source.quoting import quoted
from guideway.source.repairs import quotes, signs

_SUSPECT = re.compile(
    r"[a-z][a-z0-9_.-]*+ ?(?::(?=[^\s/])|\uff1a)|-(?=[^\d\s])"
    r"|[\uff0d\u2013\u2014\u2022\u25cf\xb7\uff03\uff5b\uff5c]"
    r"|[\u201c\u2018][\[{]|[(\uff08\u3014][a-z_]++: |//|<!--|[\\\u3001][-+]?\s"
)
"""What plain values and keys begin with when a sign before or in them is not what it should be."""
_LEFT_OVER = re.compile(r"[,;\uff0c\uff1b\u3001]$|\s(?://|<!--|\uff03 )")
"""What a text has at its end, or in it, where it holds more than is meant."""
_ENDS = re.compile("[\"'\u201c\u201d\u2019\u300d\u300f\uff02\uff07]$")
_ENDED = re.compile(r"\s*(?:$|[,\]}])")
_UNOPENED = re.compile(r"[^\"'\d]*[^\"'\d\s]([\"'])")
_QUOTED = re.compile(
    "[\u201c\u201d\u2018\u300c\u300e\uff02\uff07]([^\u2018-\u201d\u300c-\u300f\uff02\uff07]{1,30})"
    "[\u201c\u201d\u2019\u300d\u300f\uff02\uff07]"
)
_NEW = re.compile(r"\s*(?:$|#|- |[a-z][a-z0-9_.-]*+:)")
"""What goes on with no text."""
_IN_BRACKETS = re.compile(r"[\[{]")
_REMARK = re.compile(r" *+#")
_FINE = re.compile(r" {2,}+#(?: |$)")
_PARAGRAPHS = 2
"""So many lines further a text ends that has an empty one in it."""
_LONE_END = re.compile(r"[。！？；.!?;…”’」』）)]\n(?!\n)")
"""The end of a sentence at the end of a line, where no new paragraph begins."""
_WORD = re.compile(r"[A-Za-z0-9._-]++")
"""What nothing is cut off from: an id, a number, a date."""


def silent_slips(path: str, lines: Sequence[str], event: ScalarEvent) -> Iterator[Problem]:
    """Find what is wrong with the signs of a value or key without quotes."""
    start, end = cast("Mark", event.start_mark), cast("Mark", event.end_mark)
    if _SUSPECT.match(event.value):
        for number in range(start.line, min(end.line + 1, len(lines))):
            yield from _misread(
                path, number, lines[number], start if number == start.line else None
            )
    elif end.line > start.line and not _IN_BRACKETS.search(lines[start.line], 0, start.column):
        yield from _dashes(path, lines, start.line, end.line)
    line = lines[end.line] if end.line < len(lines) else ""
    if line.find("#", end.column) >= 0 and _is_cut(event.value, line[end.column :]):
        yield _cut(path, end, line, event.value)
    elif not path.startswith("content/"):
        return  # words of the interface are parts of sentences
    elif start.line == end.line and _ENDS.search(event.value) and _ENDED.match(line, end.column):
        yield from _quotes(path, end, line, event.value)
    elif _LEFT_OVER.search(event.value) and end.column >= len(line.rstrip()):
        below = lines[end.line + 1] if end.line + 1 < len(lines) else ""
        if _NEW.match(below):
            first = start.column if start.line == end.line else 0
            yield from _left_over(path, end.line, line, first)


def is_folded(lines: Sequence[str], event: ScalarEvent) -> bool:
    r"""Whether a text has an end of a line in it that is meant, and that readers would not see.

    That is an empty line which YAML takes for the end of one, or `\n` between double quotes.
    Between single quotes programs write ends of lines so (`yaml.dump`): there, and for `\n`, the
    line before ends as a sentence does. Between braces they write `\n` for any (`json.dumps`).
    """
    if event.style == "|" or "\n" not in event.value.strip():
        return False
    start, end = cast("Mark", event.start_mark), cast("Mark", event.end_mark)
    inside = lines[start.line + 1 : end.line]
    has_empty = end.line - start.line >= _PARAGRAPHS and any(not line.strip() for line in inside)
    if event.style not in {"'", '"'}:
        return has_empty
    if not _LONE_END.search(event.value):
        return False
    before, text = lines[start.line][: start.column], lines[start.line][start.column :]
    is_typed = event.style == '"' and "\\n" in text and not {*"{["} & {*before}
    return is_typed or has_empty


def _misread(path: str, number: int, line: str, start: Mark | None) -> Iterator[Problem]:
    first = start.column if start else 0
    for kind in (
        signs.full_width_colons,
        signs.missing_spaces,
        signs.odd_remarks,
        signs.odd_dashes,
        signs.odd_brackets,
        signs.odd_quotes,
        signs.signs_in_brackets,
    ):
        found = next((each for each in kind(number, line) if each.column >= first), None)
        if found:
            yield found.problem(path, line)
            return


def _quotes(path: str, end: Mark, line: str, value: str) -> Iterator[Problem]:
    """Find a quote that nothing opened, and such that readers would see around a short text."""
    begins, behind = end.column - len(value), line[end.column :]
    if _UNOPENED.fullmatch(value):
        place = Place(path, end.line + 1, end.column, 1, line)
        right = f"{line[:begins]}{value[:-1].rstrip()}{behind}".strip()
        yield unclosed(place, value[-1], right)
    elif found := _QUOTED.fullmatch(value):
        bare = quoted(found[1]) if found[1].isascii() else found[1]  # a number, a date, an id
        place = Place(path, end.line + 1, begins + 1, len(value), line)
        yield quoted_text(place, f"{line[:begins]}{bare}{behind}".strip())


def _left_over(path: str, number: int, line: str, first: int) -> Iterator[Problem]:
    """Find a remark as other languages begin one, or the comma of a list that is none."""
    for kind in (signs.odd_remarks, signs.odd_commas):
        for repair in kind(number, line):
            if repair.column >= first:
                yield repair.problem(path, line)
                return


def _dashes(path: str, lines: Sequence[str], first: int, last: int) -> Iterator[Problem]:
    """Find an entry that is read as more of the text above it, since its dash is too far right."""
    depth = len(lines[first]) - len(lines[first].lstrip(" "))
    for number in range(first + 1, min(last + 1, len(lines))):
        bare = lines[number].lstrip(" ")
        if bare.startswith("- "):
            place = Place(path, number + 1, len(lines[number]) - len(bare) + 1, 1, lines[number])
            yield wrong_indent(place, "this line starts too far right", " " * depth + bare)


def _is_cut(value: str, rest: str) -> bool:
    is_text = bool(value and not _WORD.fullmatch(value)) or bool(re.match(r" *+#\S", rest))
    return is_text and bool(_REMARK.match(rest)) and not _FINE.match(rest)


def _cut(path: str, end: Mark, line: str, value: str) -> Problem:
    for repair in quotes.cut_texts(end.line, line):
        return repair.problem(path, line)
    column = line.index("#", end.column)
    begins = end.column - len(value.rsplit("\n", maxsplit=1)[-1]) if value else column
    text = line[begins:].rstrip()
    right = f"{line[:begins]}{quoted(text)}".strip()
    return cut_text(Place(path, end.line + 1, column + 1, 1, line), right)

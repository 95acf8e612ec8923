"""Every way in which lines are numbered: 一、 1. （1） ① 第一步 Step 1, and those of lists."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile
from typing import Any

from guideway.imports.lines import Line, Marker

_AFTER = r"[\s:：、，,.．)）-]*"
HAN = "[一二三四五六七八九十百]+"
"""A number in Han."""
_STYLES: dict[str, str] = {
    "keycap": r"(?P<n>\d)\ufe0f?\u20e3\s*",
    "formal": r"[壹贰叁肆伍陆柒捌玖拾]+[、.．]\s*",
    "han": rf"(?P<n>{HAN})\s*[、.．]\s*",
    "han-round": rf"[(（【\[]\s*(?P<n>{HAN})\s*[)）】\]]\s*[、.．:：]?\s*",
    "deep": r"(?P<n>\d{1,2})\.\d{1,2}(?:\.\d{1,2})?(?![\d%元万])[、.．\s]\s*",
    "decimal": r"(?P<n>\d{1,2})\s*(?:[、．]|[.](?!\d))\s*",
    "round": r"[(（【\[]\s*(?P<n>\d{1,2})\s*[)）】\]]\s*[、.．:：]?\s*",
    "half-round": r"(?P<n>\d{1,2})\s*[)）]\s*",
    "circled": r"(?P<c>[①-⑳⑴-⒇⒈-⒛❶-❿㈠-㈩➀-➉])\s*[、.．]?\s*",
    "letter": r"(?P<l>[A-Ha-h])(?:[、)）．]|[.](?=\s))\s*",
    "roman": r"[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ][、.．\s]\s*",
    "bullet": r"(?:\[[ xX✓✔]\](?=\s)|[☐☑✅◎•·●○■□◆◇▶►➤→★☆✓✔√▪◦]"
    r"|[-*–—]+(?=\s|[\u4e00-\u9fff“「]))\s*",
}
"""How a line begins that is numbered by signs, by style; those of a language are data."""
NUMERALS = {
    f"{ten}{one}": 10 * tens + ones
    for tens, ten in enumerate(["", "十", *(f"{digit}十" for digit in "二三四五六七八九")])
    for ones, one in enumerate(["", *"一二三四五六七八九"])
    if tens or ones
} | {"两": 2}
"""1 to 99 in signs."""
RANK = {
    **dict.fromkeys(("chapter",), 1),
    **dict.fromkeys(("han", "formal", "roman"), 2),
    **dict.fromkeys(("step", "way", "case"), 3),
    "han-round": 4,
    **dict.fromkeys(("decimal", "keycap"), 5),
    **dict.fromkeys(("deep", "asked"), 6),
    **dict.fromkeys(("round", "half-round", "answered"), 7),
    "circled": 8,
    "letter": 9,
}
"""Which numbering usually stands above which; the rest is below."""

_FEW = 2
"""So many items at least are a list."""

_RUNS = (
    r"(?P<c>[①-⑳])",
    r"[(（](?P<n>\d{1,2})[)）](?!\s*[条款])",
    rf"[(（](?P<n>{HAN})[)）]",
    r"(?:(?<=^)|(?<=[：:；;。，,\s]))(?P<n>\d{1,2})(?:[、．]|[.)）](?!\d))",
)
"""Numberings that go on inside a line, likewise."""
_NUMBER = re.compile(r"0?\d{1,2}")
_LABELLED = re.compile(r"[^\s：:。，,；;！？!?]{2,14}[：:](?!//)\s*\S")


@dataclass(frozen=True)
class Numberings:
    """How lines are numbered, and sentences put in order: by signs, and in some languages."""

    styles: Mapping[str, re.Pattern[str]]
    """How a line begins that is numbered, by style."""
    runs: tuple[re.Pattern[str], ...]
    """Numberings that go on inside a line."""
    order: re.Pattern[str]
    """Words that put sentences in order; a group `first` begins."""
    remark: re.Pattern[str]
    """Where a sentence begins that says that it is a remark."""


def numberings(data: Mapping[str, Any]) -> Numberings:
    """Make those of languages ready, and put them with those of signs.

    In patterns `HAN` is a number in Han, and `AFTER` what may stand behind a marker.
    """

    def ready(said: str) -> re.Pattern[str]:
        return re.compile(said.replace("HAN", HAN).replace("AFTER", _AFTER))

    said = {style: "|".join(patterns) for style, patterns in data["styles"].items()}
    styles = {**said, **_STYLES}
    runs = (*_RUNS, *data["runs"])
    order = "|".join(data["order"])
    return Numberings(
        {style: ready(pattern) for style, pattern in styles.items()},
        tuple(map(ready, runs)),
        ready(rf"(?:^|(?<=[。；;.!！?？]))\s*(?:{order})"),
        ready(rf"(?<=[。！!；;.])\s*(?=(?:{'|'.join(data['remarks'])})[：:])"),
    )


def marked(line: Line, said: Numberings) -> Line:
    """Take the marker off a line that is numbered in its text."""
    text = line.text.lstrip("\u3000 \t")
    for style, mark in said.styles.items():
        found = mark.match(text)
        rest = text[found.end() :] if found else ""
        if found and (rest.strip() or style in {"step", "way", "case", "answered"}):
            return replace(line, text=rest.strip(), marker=Marker(style, _number(found)))
    return replace(line, text=text.strip())


def unfolded(line: Line, said: Numberings) -> list[Line]:
    """Take a line apart in which a numbering goes on: what comes before it, and each item."""
    for number_of_run, run in enumerate(said.runs):
        found = _rising(list(run.finditer(line.text)))
        if len(found) >= _FEW:
            starts = [match.start() for match in found]
            ends = [*starts[1:], len(line.text)]
            before = line.text[: starts[0]].strip()
            style = f"run-{number_of_run}"
            items = [
                Line(line.number, line.text[match.end() : end].strip("；;，, "), line.written)
                for match, end in zip(found, ends, strict=True)
            ]
            numbered = [
                replace(item, marker=Marker(style, number)) for number, item in enumerate(items, 1)
            ]
            head = [replace(line, text=before)] if before or line.marker else []
            return head + [item for item in numbered if item.text]
    return _in_words(line, said)


def numbered(line: Line, said: Numberings) -> list[Line]:
    """Find the marker of a line, and the numberings that go on in it."""
    if line.aside or line.is_whole:
        return [line]
    pieces = [piece for part in _remarked(line, said) for piece in unfolded(part, said)]
    return [_marked_once(piece, said) for piece in pieces]


def beside_their_numbers(lines: Sequence[Line]) -> list[Line]:
    """Where a number is all that stands in a line, it numbers the next."""
    found: list[Line] = []
    number = ""
    for line in lines:
        if not (line.marker or line.heading or line.is_whole) and _NUMBER.fullmatch(
            line.text.strip()
        ):
            number = line.text.strip()
            continue
        is_free = number and line.marker is None
        marker = Marker("decimal", int(number)) if is_free else line.marker
        found.append(replace(line, marker=marker))
        number = ""
    return found


def labelled(lines: Sequence[Line]) -> Iterator[Line]:
    """Take lines in a row that each begin with a label and a colon for a list without numbers."""
    for is_plain, row in groupby(lines, key=_has_label):
        found = list(row)
        if is_plain and len(found) >= _FEW:
            yield from (replace(line, marker=Marker("label")) for line in found)
        else:
            yield from found


def in_order(lines: Sequence[Line], said: Numberings) -> list[Line]:
    """Take lines in a row for a list that words put in order: “先…”, “然后…”, “再…”."""
    found = list(lines)
    for at, line in enumerate(found):
        first = said.order.match(line.text) if _is_bare(line) else None
        if first and first["first"]:
            rest = takewhile(lambda n: _goes_on(found[n], said), range(at + 1, len(found)))
            run = [at, *rest]
            for number, n in enumerate(run if len(run) >= _FEW else [], 1):
                found[n] = replace(found[n], marker=Marker("order", number))
    return found


def _goes_on(line: Line, said: Numberings) -> bool:
    found = said.order.match(line.text) if _is_bare(line) else None
    return found is not None and not found["first"]


def _is_bare(line: Line) -> bool:
    return not (line.marker or line.heading or line.aside or line.is_whole)


def _in_words(line: Line, said: Numberings) -> list[Line]:
    """Take a line apart whose sentences are put in order by words; these stay where they stand."""
    found = list(said.order.finditer(line.text))
    if len(found) < _FEW or not found[0]["first"]:
        return [line]
    starts = [match.start() for match in found]
    ends = [*starts[1:], len(line.text)]
    before = line.text[: starts[0]].strip()
    pieces = [line.text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    items = [
        replace(line, text=piece, heading=0, marker=Marker("order", number))
        for number, piece in enumerate(pieces, 1)
    ]
    return ([replace(line, text=before)] if before or line.marker else []) + items


def _marked_once(line: Line, said: Numberings) -> Line:
    """A list of the file's own says how a line is numbered, unless its text says it better."""
    found = marked(line, said)
    is_bullet = found.marker is not None and found.marker.style == "bullet"
    if line.marker and is_bullet:
        return replace(line, text=found.text)
    return line if line.marker and found.marker is line.marker else found


def _remarked(line: Line, said: Numberings) -> list[Line]:
    """Cut a line where a sentence says that it is a remark."""
    cuts = [0, *(match.start() for match in said.remark.finditer(line.text)), len(line.text)]
    texts = [line.text[start:end].strip() for start, end in pairwise(cuts)]
    first, *rest = [text for text in texts if text] or [line.text]
    plain = replace(line, heading=0, marker=None)
    return [replace(line, text=first), *(replace(plain, text=text) for text in rest)]


def _has_label(line: Line) -> bool:
    return _is_bare(line) and not line.is_remark and bool(_LABELLED.match(line.text))


def _rising(found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Those that count from 1, in order; none if they do not."""
    kept: list[re.Match[str]] = []
    for match in found:
        if _number(match) == len(kept) + 1:
            kept.append(match)
    return kept


def _number(found: re.Match[str]) -> int:
    """Say which number was written; 0 if it is none."""
    groups = found.groupdict()
    if groups.get("first"):
        return 1
    written = next((value for value in groups.values() if value), "")
    if groups.get("l"):
        return ord(written.lower()) - ord("a") + 1
    if groups.get("c"):
        return int(unicodedata.numeric(written, 0))
    return int(written) if written.isdecimal() else NUMERALS.get(written, 0)

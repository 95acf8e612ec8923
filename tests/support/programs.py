"""Programs that read a decision: what is published, a table, a drawing, as rows to follow."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any, cast

from guideway.catalog import Catalog, Entry
from guideway.decisions.drawing import as_csv
from guideway.editions.embeds.stating import Stating
from guideway.model.decisions import Decision
from guideway.pages.rendered import RenderedPage
from guideway.source import Document
from tests.support.ours import WORDS

Said = dict[str, str]
Row = tuple[str, str, Callable[[Said], bool], str]
"""A question, one of its options or a star, when, and where it leads."""


def followed(rows: list[Row], way: tuple[tuple[str, str], ...], first: str) -> str:
    """Go where the first row leads that is for an answer and applies."""
    node, said = first, {}
    for question, answer in way:
        assert node == question
        said[question] = answer
        own = [row for row in rows if row[:2] == (node, answer)]
        mine = own or [row for row in rows if row[:2] == (node, "*")]
        node = next(go for _, _, when, go in mine if when(said))
    return node


def from_table(decision: Decision) -> list[Row]:
    """Read the table."""
    lines = list(csv.reader(as_csv(decision).splitlines()))[1:]
    return [(q, option, spoken(decision, when), go) for q, option, when, go in lines]


def from_drawing(decision: Decision, pattern: str, text: str) -> list[Row]:
    """Read the arrows of a drawing: their labels are what options are called, and conditions."""
    rows = []
    for source, label, target in re.findall(pattern, text):
        question = decision.questions[source]
        words, _, when = label.partition(" [")
        named = (key for key, option in question.options.items() if option.label == words)
        rows.append((source, next(named, "*"), spoken(decision, when.rstrip("]")), target))
    return rows


def stating_of(decision: Decision) -> Stating:
    """Say how a decision is published."""
    page = cast("RenderedPage", SimpleNamespace(plain={}, name="decision.chance"))
    entry = Entry(page.name, decision, Document("content/decisions/chance.yaml", {}, ""))
    return Stating(Catalog({entry.name: entry}), page, WORDS, "", "")


def from_data(decision: Decision) -> list[Row]:
    """Read what is published for programs."""
    stating = stating_of(decision)
    rows: list[Row] = []
    for name, question in decision.questions.items():
        data = json.loads(json.dumps(stating.part(question)))
        keys = ["*"] if data["kind"] == "choices" else [o["id"] for o in data["options"]]
        for refusal in data["refuses"]:
            rows += [(name, key, _data(decision, refusal), name) for key in keys]
        for option in data["options"]:
            rows += [(name, option["id"], _data(decision, r), r["go"]) for r in option["go"] or ()]
        key = "*" if data["kind"] == "choices" else ""
        keys = [key] if key else [o["id"] for o in data["options"] if not o["go"]]
        for each in keys:
            rows += [(name, each, _data(decision, r), r["go"]) for r in data["go"] or ()]
    return rows


def _data(decision: Decision, route: dict[str, Any]) -> Callable[[Said], bool]:
    when = route.get("when")
    return lambda said: when is None or judged(decision, when, said)


def judged(decision: Decision, when: Any, said: Said) -> bool:
    ((kind, inside),) = when.items()
    match kind:
        case "is":
            return said.get(inside[0]) in inside[1]
        case "ticked":
            question, boxes, *ends = inside
            return _count(decision, question, boxes, (ends[0], ends[1]), said)
        case "not":
            return not judged(decision, inside, said)
        case _:
            parts = [judged(decision, part, said) for part in inside]
            return all(parts) if kind == "all" else any(parts)


Range = tuple[int, int | None]


def _count(decision: Decision, question: str, boxes: list[str], ends: Range, said: Said) -> bool:
    low, high = ends
    options = decision.questions[question].options
    looked = boxes or [name for name, option in options.items() if not option.exclusive]
    number = sum(box in looked for box in said.get(question, "").split(","))
    return question in said and low <= number <= (len(looked) if high is None else high)


def spoken(decision: Decision, text: str) -> Callable[[Said], bool]:
    return lambda said: not text or _heard(decision, text, said)


def _heard(decision: Decision, text: str, said: Said) -> bool:
    """Judge a condition in words."""
    for sign, judge in ((" or ", any), (" & ", all)):
        parts = list(_split(text, sign))
        if len(parts) > 1:
            return judge([_heard(decision, part, said) for part in parts])
    if text.startswith("not "):
        return not _heard(decision, text[4:], said)
    if text.startswith("("):
        return _heard(decision, text[1:-1], said)
    if " = " in text:
        name, _, options = text.partition(" = ")
        return said.get(name) in options.split(" | ")
    name, how, low, high, boxes = re.findall(
        r"^(\S+): (?:(any|all|none)|(?:at least )?(\d+)(?: to (\d+))?) of (.*)$", text
    )[0]
    some = [] if boxes == "*" else boxes.split(" | ")
    ends: dict[str, Range] = {"any": (1, None), "all": (len(some), None), "none": (0, 0)}
    between = ends.get(how) or (int(low), int(high) if high else None)
    return _count(decision, name, some, between, said)


def _split(text: str, sign: str) -> Iterator[str]:
    """Cut at a sign that stands in no bracket."""
    depth, start = 0, 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if not depth and text.startswith(sign, place):
            yield text[start:place]
            start = place + len(sign)
    yield text[start:]

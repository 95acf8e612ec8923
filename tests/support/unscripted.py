"""Somebody who has the list of a decision and no script: reads what stands there, follows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NUMBER = re.compile(r"-?[\d,]+(?:\.\d+)?")
_OPEN = ("以上", "或更早", "或更晚")


class Unscripted:
    """A reader of one page: what is asked where, in which words, and where these lead."""

    def __init__(self, html: str) -> None:
        found = LexborHTMLParser(html).css_first(".gw-decision")
        assert found is not None
        self._places = {node.attributes["id"]: node for node in found.css("[id^='s']")}

    def follow(self, asked: tuple[tuple[str, str], ...]) -> str | None:
        """Answer what is asked, passing by what leaves no choice; give the outcome."""
        left = list(asked)
        place = self._places["s0"]
        while (question := place.attributes.get("data-question")) is not None:
            lines = list(_lines(place))
            if left and left[0][0] == question:
                answer = left.pop(0)[1]
                (line,) = (line for line in lines if _fits(place, line, answer))
                place = self._to(line)
            else:  # what is known is not asked: then there is one way on
                (place,) = {self._to(line).mem_id: self._to(line) for line in lines}.values()
        assert not left
        return place.attributes.get("data-outcome")

    def _to(self, line: LexborNode) -> LexborNode:
        """Give what stands inside a line, or where its link leads."""
        for node in line.iter():
            if node.tag == "a":
                return self._places[(node.attributes["href"] or "").lstrip("#")]
            if node.tag == "details":
                return next(inside for inside in node.iter() if inside.attributes.get("id"))
        raise AssertionError(f"leads nowhere: {_said(line)}")


def _lines(place: LexborNode) -> Iterator[LexborNode]:
    (options,) = (node for node in place.iter() if node.attributes.get("class") == "gw-options")
    yield from options.iter()


def _said(line: LexborNode) -> str:
    label = line.css_first(".gw-option__label")
    assert label is not None
    return label.text().strip()


def _fits(place: LexborNode, line: LexborNode, answer: str) -> bool:
    """Whether a line is for an answer, by its words alone where it was typed or ticked."""
    kind, said = place.attributes.get("data-kind"), _said(line)
    if kind == "choices":
        labels, alone = _boxes(place)
        ticked = {labels[each] for each in answer.split(",")}
        ways = {*said.split("；或者")}
        boxes = {*labels.values()} - alone
        return bool(ways & ticked & alone) or (
            not ticked & alone and any(_ticked(way, ticked, boxes) for way in ways - alone)
        )
    if kind is None or not answer[:1].isdigit():
        return line.attributes["data-option"] == answer
    numbers = [Decimal(each.replace(",", "")) for each in _NUMBER.findall(said)]
    low, high = numbers[0], numbers[-1]
    return low <= Decimal(answer) and (said.endswith(_OPEN) or Decimal(answer) <= high)


def _boxes(place: LexborNode) -> tuple[dict[str, str], set[str]]:
    """Give what can be ticked, by its words, and those of it that stand alone."""
    boxes = place.css_first(".gw-boxes")
    assert boxes is not None
    lines = boxes.css("li")
    alone = {_said(line) for line in lines if "data-exclusive" in line.attributes}
    return {str(line.attributes["data-option"]): _said(line) for line in lines}, alone


def _ticked(said: str, ticked: set[str], boxes: set[str]) -> bool:
    return all(_clause(clause, ticked, boxes) for clause in said.split("，"))


def _clause(clause: str, ticked: set[str], boxes: set[str]) -> bool:
    """Judge one clause of what is ticked: “A”“B”里至少有 1 项, 没有“C”."""
    names = {*re.findall(r"“([^”]*)”", clause)} or boxes
    many = len(names & ticked)
    if clause in boxes:
        return {clause} == ticked
    ends = {"没有": many == 0, "有": many > 0, "都没有": many == 0, "都有": many == len(names)}
    for sign, holds in ends.items():
        if clause.startswith(sign + "“") or clause.endswith("”" + sign):
            return holds
    ((how, number),) = re.findall(r"里(至少|最多|正好)有 (\d+) 项$", clause)
    found = {"至少": many >= int(number), "最多": many <= int(number), "正好": many == int(number)}
    return found[how]

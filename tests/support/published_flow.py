"""A program that has nothing of a decision but what `api/` says of it, and follows that."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

Published = dict[str, Any]


class FromFile:
    """Asks what the file asks, and goes where it leads."""

    def __init__(self, data: Published) -> None:
        self._questions = {each["id"]: each for each in data["questions"]}
        self._parts = {each["id"]: each for each in data["parts"]}
        self._start = data["start"]
        self._said: dict[str, str] = {}

    def follow(self, asked: tuple[tuple[str, str], ...]) -> str | None:
        """Answer what is asked; what a part was told is not asked there."""
        self._said = {}
        known: set[str] = set()
        node, left = self._start, list(asked)
        while node in self._questions or node in self._parts:
            if node in self._parts:
                told = dict(self._told(self._parts[node]["given"]))
                self._said |= told
                known |= told.keys()
                node = self._parts[node]["go"]
                continue
            if node not in known:
                question, self._said[node] = left.pop(0)
                assert question == node
            node = self._led(self._questions[node])
        assert not left
        return str(node)

    def _told(self, given: dict[str, list[Any]]) -> list[tuple[str, str]]:
        found = ((name, self._telling(each)) for name, each in given.items())
        return [(name, answer) for name, answer in found if answer is not None]

    def _telling(self, given: list[Any]) -> str | None:
        return next((said for each in given if (said := self._says(each)) is not None), None)

    def _says(self, each: dict[str, Any]) -> str | None:
        if each["question"]:
            said = self._said.get(each["question"])
            return each["means"].get(said) if each.get("means") else said
        return str(each["option"]) if self._holds(each.get("when")) else None

    def _led(self, question: Published) -> str:
        answer = self._answer(question["id"])
        own: Any = next((o.get("go") for o in question["options"] if o["id"] == answer), None)
        return str(next(r["go"] for r in own or question["go"] if self._holds(r.get("when"))))

    def _answer(self, name: str) -> str | None:
        """Give an answer as conditions name it: of what is typed the band it lies in."""
        said, question = self._said.get(name), self._questions[name]
        bands = [each for each in question["options"] if "least" in each]
        if said is None or not bands or not said[:1].isdigit():
            return said
        value = Decimal(said)
        found = (b["id"] for b in bands if Decimal(b["least"]) <= value <= Decimal(b["most"]))
        return str(next(found))

    def _holds(self, when: Any) -> bool:
        if when is None:
            return True
        ((kind, inside),) = when.items()
        if kind == "is":
            return self._answer(inside[0]) in inside[1]
        if kind == "ticked":
            return self._counts(*inside)
        if kind == "not":
            return not self._holds(inside)
        return {"all": all, "any": any}[kind]([self._holds(each) for each in inside])

    def _counts(self, name: str, boxes: list[str], low: int, high: int | None) -> bool:
        options = self._questions[name]["options"]
        looked = boxes or [each["id"] for each in options if not each["exclusive"]]
        many = len({*looked} & {*self._said.get(name, "").split(",")})
        return name in self._said and low <= many <= (len(looked) if high is None else high)

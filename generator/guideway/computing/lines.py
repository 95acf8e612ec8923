"""A line of a computed fact, and between which values it comes out of what can be typed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType

from guideway.computing.bounds import Span, line_span, parts_of, span_of
from guideway.computing.names import Fact, scale
from guideway.model.computed import TODAY, Computed, Input
from guideway.model.formulas import Apply, Choose, Formula, names_in
from guideway.model.formulas import renamed as of_formula
from guideway.model.values import decimals_of
from guideway.model.values import limits as limits_of

Box = Mapping[str, tuple[int, int]]
"""The least and the largest value of each name, in its smallest unit; of a day how far away."""


@dataclass(frozen=True, eq=False)
class Line:
    """A line of a computed fact, from what is typed; what is chosen is settled."""

    computed: Computed
    facts: Mapping[str, Fact]
    name: str
    id: str = ""
    """What the computed fact is called: lines with one name are the same in it."""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines it is worked out from, itself last."""
        needed, found = {self.name}, []
        for name in reversed(self.computed.lines):
            if name in needed:
                found.append(name)
                needed |= {*names_in(self.computed.lines[name].value)}
        return tuple(reversed(found))

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        """What is typed or chosen that it is worked out from."""
        named = {n for line in self.lines for n in names_in(self.computed.lines[line].value)}
        return tuple(sorted(named & self.computed.inputs.keys()))

    @cached_property
    def functions(self) -> frozenset[str]:
        """The functions that it is worked out with."""
        formulas = (
            part for line in self.lines for part in parts_of(self.computed.lines[line].value)
        )
        return frozenset(part.function for part in formulas if isinstance(part, Apply))

    def everywhere(self) -> tuple[int, int]:
        """Say between which values it lies, whatever is typed."""
        typed = {
            name: limits_of(self.computed.inputs[name].question)
            for name in self.inputs
            if self.computed.inputs[name].range
        }
        return self.ends(typed) or (0, 0)

    @cached_property
    def known(self) -> Mapping[str, Span]:
        """Facts and today."""
        facts = {name: Span(fact.value, fact.value) for name, fact in self.facts.items()}
        return {TODAY: Span(Fraction(0), Fraction(0)), **facts}

    def renamed(self, ahead: str) -> "Line":
        """Give the line as a part has it: what it is worked out from has a longer name."""
        asked = self.computed.inputs

        def called(name: str) -> str:
            return ahead + name if name in asked else name

        lines = {
            name: line.model_copy(update={"value": of_formula(line.value, called)})
            for name, line in self.computed.lines.items()
        }
        inputs = {ahead + name: each for name, each in asked.items()}
        computed = self.computed.model_copy(update={"inputs": inputs, "lines": lines})
        return Line(computed, self.facts, self.name, ahead + self.id)

    def settled(self, chosen: Mapping[str, str]) -> "Line":
        """Give the line where these options are chosen, each time the same one."""
        key = tuple(sorted((name, chosen[name]) for name in self._choosing))
        if key not in self._settled:
            self._settled[key] = self._where(chosen) if key else self
        return self._settled[key]

    def ends(self, box: Box, others: Box = MappingProxyType({})) -> tuple[int, int] | None:
        """Say between which values it lies, in its smallest unit; of a day from today on.

        `others` are lines that lie between two values besides; nothing if one then lies nowhere.
        """
        known = dict(self.known)
        for name in self.inputs:
            if name in box:
                known[name] = _span(self.computed.inputs[name], box[name])
        for name in self.lines:
            found = span_of(self.computed.lines[name].value, known)
            known[name] = line_span(self.computed, name, found)
            if name in others and name != self.name:
                size = self._size(name)
                low, high = (Fraction(end) / size for end in others[name])
                known[name] = Span(max(low, known[name].low), min(high, known[name].high))
                if known[name].low > known[name].high:
                    return None
        size = self._size(self.name)
        return int(known[self.name].low * size), int(known[self.name].high * size)

    @cached_property
    def _choosing(self) -> tuple[str, ...]:
        asked = self.computed.inputs
        return tuple(name for name in self.inputs if asked[name].kind == "one")

    @cached_property
    def _settled(self) -> dict[tuple[tuple[str, str], ...], "Line"]:
        return {}

    def _where(self, chosen: Mapping[str, str]) -> "Line":
        lines = {
            name: line.model_copy(update={"value": _settled(line.value, chosen)})
            for name, line in self.computed.lines.items()
        }
        return replace(self, computed=self.computed.model_copy(update={"lines": lines}))

    def _size(self, name: str) -> Fraction:
        line = self.computed.lines[name]
        return Fraction(10**line.decimals) / scale(line.unit)


def _span(given: Input, ends: tuple[int, int]) -> Span:
    size = scale(given.unit) / 10 ** decimals_of(given.question)
    low, high = (end * size for end in ends)
    is_past = given.kind == "date" and given.lies == "past"
    return Span(-high, -low) if is_past else Span(low, high)


def _settled(formula: Formula, chosen: Mapping[str, str]) -> Formula:
    match formula:
        case Choose(asked, options):
            return _settled(dict(options)[chosen[asked]], chosen)
        case Apply(function, parts):
            return Apply(function, tuple(_settled(part, chosen) for part in parts))
        case _:
            return formula

"""A line of a computed fact, and between which values it comes out of what can be typed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType

from guideway.computing.bounds import (
    Span,
    difference,
    is_of_calendar,
    line_span,
    parts_of,
    span_of,
    today,
    typed_days,
)
from guideway.computing.calendar import SINCE_1970
from guideway.computing.names import Fact, scale
from guideway.computing.units import DAY
from guideway.computing.writing import line_units
from guideway.model.computed import TODAY, Computed
from guideway.model.formulas import Apply, Choose, Formula, names_in
from guideway.model.formulas import renamed as of_formula
from guideway.model.values import decimals_of
from guideway.model.values import limits as limits_of

Box = Mapping[str, tuple[int, int]]
"""The least and the largest value of each name, in its smallest unit; of a day how far away, or
how far it is from the first of 1900."""


Apart = tuple[str, str, int, int]
"""Two names, and between which values the first is more than the other."""


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

    @cached_property
    def own(self) -> Computed:
        """The computed fact with nothing but what the line is worked out from."""
        inputs = {name: self.computed.inputs[name] for name in self.inputs}
        lines = {name: self.computed.lines[name] for name in self.lines}
        return self.computed.model_copy(update={"inputs": inputs, "lines": lines})

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
        return {TODAY: today(self.own), **facts}

    @cached_property
    def is_day(self) -> bool:
        """Whether it is a day, and not a number."""
        return self.name in self._days

    @cached_property
    def is_of_calendar(self) -> bool:
        """Whether the days that it hangs on are those of the calendar."""
        return is_of_calendar(self.own)

    @cached_property
    def moves(self) -> bool:
        """Whether it hangs on days of the calendar and, besides, on which day today is."""
        names = {n for line in self.lines for n in names_in(self.computed.lines[line].value)}
        asked = (self.computed.inputs[name] for name in self.inputs)
        is_away = any(each.kind == "date" and each.lies != "calendar" for each in asked)
        return self.is_of_calendar and (TODAY in names or is_away)

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

    def ends(
        self, box: Box, others: Box = MappingProxyType({}), apart: tuple[Apart, ...] = ()
    ) -> tuple[int, int] | None:
        """Say between which values it lies, in its smallest unit; of a day from today on.

        `others` are lines that lie between two values besides, `apart` values of which is known how
        far they lie apart; nothing if a line then lies nowhere.
        """
        known = {**self.known, **dict(self._differences(apart))}
        for name in self.inputs:
            if name in box:
                known[name] = self._typed(name, box[name])
        for name in self.lines:
            found = span_of(self.computed.lines[name].value, known)
            known[name] = line_span(self.computed, name, found)
            if name in others and name != self.name:
                size, first = self._size(name), self._first(name)
                low, high = (Fraction(end + first) / size for end in others[name])
                known[name] = Span(max(low, known[name].low), min(high, known[name].high))
                if known[name].low > known[name].high:
                    return None
        size, first = self._size(self.name), self._first(self.name)
        return int(known[self.name].low * size) - first, int(known[self.name].high * size) - first

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

    @cached_property
    def _days(self) -> frozenset[str]:
        units = line_units(self.computed, self.facts)
        return frozenset(name for name in self.lines if units[name] == DAY)

    def _first(self, name: str) -> int:
        """Say from where a line is counted: days of the calendar as they are typed."""
        return SINCE_1970 if self.is_of_calendar and name in self._days else 0

    def _differences(self, apart: tuple[Apart, ...]) -> Iterator[tuple[str, Span]]:
        for one, other, least, most in apart:
            if one in self._steps and other in self._steps:
                step = self._steps[one]
                low, high = least * step, most * step
                if self.own.inputs[one].kind == "date" and self.own.inputs[one].lies == "past":
                    low, high = -high, -low
                yield difference(one, other), Span(low, high)
                yield difference(other, one), Span(-high, -low)

    @cached_property
    def _steps(self) -> Mapping[str, Fraction]:
        """The least by which what is typed can be more, as formulas have it."""
        asked = self.own.inputs.items()
        return {n: scale(each.unit) / 10 ** decimals_of(each.question) for n, each in asked}

    def _typed(self, name: str, ends: tuple[int, int]) -> Span:
        given, step = self.own.inputs[name], self._steps[name]
        low, high = ends[0] * step, ends[1] * step
        if given.kind != "date":
            return Span(low, high)
        return typed_days(given.lies, low, high, self.known[TODAY])

    def _size(self, name: str) -> Fraction:
        line = self.computed.lines[name]
        return Fraction(10**line.decimals) / scale(line.unit)


def _settled(formula: Formula, chosen: Mapping[str, str]) -> Formula:
    match formula:
        case Choose(asked, options):
            return _settled(dict(options)[chosen[asked]], chosen)
        case Apply(function, parts):
            return Apply(function, tuple(_settled(part, chosen) for part in parts))
        case _:
            return formula

"""A computed fact as a page has it: formulas in words, an example, what its script knows."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from guideway.computing.calendar import day_of
from guideway.computing.evaluating import NoNumber, Values, evaluate, known_of
from guideway.computing.names import Fact, scale
from guideway.computing.rounding import nearest
from guideway.computing.units import DAY, Unit
from guideway.computing.writing import line_units, said, shown, unit_said
from guideway.model.computed import TODAY, Computed, Input, Remark, Working
from guideway.model.formulas import Apply, Choose, Day, Formula, Name, Number, formula_data
from guideway.model.words import Words
from guideway.pages.bands import typed
from guideway.pages.figures import amount, figure
from guideway.pages.wording import written_day

_LEVELS = {"add": 0, "subtract": 0, "multiply": 1, "divide": 1, "power": 2}
"""What binds closer is higher; all but the last are joined by a sign."""
_RATE_DECIMALS = 4

_DECIMALS = 6

WriteDay = Callable[[date], str]
"""Writes a day."""


@dataclass(frozen=True)
class Line:
    """A line of the working."""

    id: str
    line: Working
    formula: str
    """How it is worked out, in words."""
    numbers: str
    """The same with the figures of the example."""
    result: str


@dataclass(frozen=True)
class Shown:
    """What a page has of a computed fact."""

    data: Mapping[str, object]
    """What its script knows."""
    inputs: tuple[tuple[str, Input, Mapping[str, str]], ...]
    """Each with what the script has to know of it, by the names of `data-` attributes."""
    lines: tuple[Line, ...]
    given: tuple[tuple[str, str], ...]
    """The figures of the first example: what each is called, and what it is."""
    remarks: tuple[tuple[str, str], ...]
    """Of each remark what it is of, and what that is compared with."""
    rounds: bool
    """Whether something is rounded to the nearest."""


def shown_of(computed: Computed, facts: Mapping[str, Fact], words: Words, day: WriteDay) -> Shown:
    """Put a computed fact without faults into words; `day` writes a day."""
    told = _Telling(computed, facts, words, day)
    return Shown(
        data=script_data(computed, facts),
        inputs=tuple((name, each, _attributes(each)) for name, each in computed.inputs.items()),
        lines=tuple(told.lines()),
        given=tuple((each.short, told.figure(name)) for name, each in computed.inputs.items()),
        remarks=tuple((told.called(each.of), _than(told, each)) for each in computed.says),
        rounds=any(_rounds(line, told.units[n]) for n, line in computed.lines.items()),
    )


def _rounds(line: Working, unit: Unit) -> bool:
    return unit != DAY and line.rounded == "half-up"


def _than(told: "_Telling", remark: Remark) -> str:
    than = remark.than
    return told.called(than) if isinstance(than, str) else told.counted(f"{than:g}", remark.of)


def _attributes(asked: Input) -> Mapping[str, str]:
    """Say what the script has to know of an input."""
    usual = {} if asked.usual is None else {"usual": f"{asked.usual:g}"}
    takes = {"takes": asked.takes} if asked.takes else {}
    return {**(typed(asked.question) if asked.range else {}), **usual, **takes}


def lines_said(computed: Computed, facts: Mapping[str, Fact], words: Words) -> Mapping[str, str]:
    """Say how every line is worked out, by id."""
    told = _Telling(computed, facts, words, date.isoformat)
    named = _Formulas(computed, words, told.called, None)
    return {name: named.said(line.value) for name, line in computed.lines.items()}


def script_data(computed: Computed, facts: Mapping[str, Fact]) -> dict[str, object]:
    """Say what a script has to know to work it out."""
    units = line_units(computed, facts)
    lines = [
        {
            "id": name,
            "label": line.label,
            "value": formula_data(line.value),
            "decimals": line.decimals,
            "unit": unit_said(line, units[name]),
            "rounded": line.rounded,
            "day": units[name] == DAY,
        }
        for name, line in computed.lines.items()
    ]
    known = {name: [shown(f.number, _DECIMALS), f.unit or "", f.label] for name, f in facts.items()}
    return {"lines": lines, "facts": known}


class _Formulas:
    """Says formulas in the words of an interface: `say` gives what stands for a name.

    With values, a choice is the part that was chosen, and a rate is worked out.
    """

    def __init__(
        self, computed: Computed, words: Words, say: Callable[[str], str], known: Values | None
    ) -> None:
        self._computed = computed
        self._all = words
        self._words = words["own"]["computed"]
        self._say = say
        self._known = known

    def said(self, formula: Formula) -> str:
        """Say a formula."""
        match formula:
            case Number(written):
                return figure(self._all, written)
            case Day(written):
                return written_day(self._all, written)
            case Name(name):
                return self._say(name)
            case Choose(asked, options):
                return self._chosen(asked, options)
            case Apply("rate", _) if self._known is not None:
                return self._rate(formula, self._known)
            case Apply(function, parts):
                return self._applied(function, parts)

    def _chosen(self, asked: str, options: tuple[tuple[str, Formula], ...]) -> str:
        if self._known is not None:
            return self.said(dict(options)[str(self._known[asked])])
        labels, forms = self._computed.inputs[asked].options, self._words["formulas"]
        each = (forms["option"].format(labels[name], self.said(part)) for name, part in options)
        return str(forms["choose"].format(self._say(asked), forms["join"].join(each)))

    def _applied(self, function: str, parts: tuple[Formula, ...]) -> str:
        form = str(self._words["formulas"][function])
        inside = enumerate(parts)
        said = [self._inside(function, part, place) for place, part in inside]
        if function in _LEVELS and function != "power":
            return form.join(said)
        return form.format(*said, parts=self._words["formulas"]["list"].join(said))

    def _inside(self, around: str, part: Formula, place: int) -> str:
        said = self.said(part)
        own = _LEVELS.get(around, 0)
        level = _LEVELS.get(part.function, 2) if isinstance(part, Apply) else 2
        is_far = place > 0 and around in {"subtract", "divide"} and isinstance(part, Apply)
        is_loose = level < own or (is_far and level == own)
        return str(self._words["formulas"]["inside"].format(said)) if is_loose else said

    def _rate(self, formula: Formula, known: Values) -> str:
        try:
            found = evaluate(formula, known)
        except NoNumber:
            return str(self._words["nothing"])
        number = shown(nearest(found * 100, _RATE_DECIMALS), _RATE_DECIMALS)
        return str(self._words["percent"].format(number=figure(self._all, number)))


class _Telling:
    """Says what stands for names: what things are called, and the figures of the first example."""

    def __init__(
        self, computed: Computed, facts: Mapping[str, Fact], words: Words, day: WriteDay
    ) -> None:
        self._computed = computed
        self._facts = facts
        self._all = words
        self._words = words["own"]["computed"]
        self._day = day
        self._known = known_of(computed, facts, computed.examples[0].given)
        self.units = line_units(computed, facts)

    def lines(self) -> Iterator[Line]:
        """Give every line in words, and with the figures of the example."""
        named = _Formulas(self._computed, self._all, self.called, None)
        figured = _Formulas(self._computed, self._all, self.figure, self._known)
        for name, line in self._computed.lines.items():
            formula, numbers = named.said(line.value), figured.said(line.value)
            yield Line(name, line, formula, numbers, self.figure(name))

    def called(self, name: str) -> str:
        """Say what a name stands for."""
        if name in self._computed.inputs:
            return self._computed.inputs[name].short
        if name in self._computed.lines:
            return self._computed.lines[name].label
        return str(self._words["now"]) if name == TODAY else self._facts[name].label

    def figure(self, name: str) -> str:
        """Say what the figure is that has a name."""
        value = self._known.get(name)
        asked, line = self._computed.inputs.get(name), self._computed.lines.get(name)
        if isinstance(value, str) and asked:
            return asked.options[value]
        if not isinstance(value, Fraction):
            return str(self._words["nothing"])
        if name == TODAY or self.units.get(name) == DAY or (asked and asked.kind == "date"):
            return self._day(day_of(value))
        if line:
            return self._value(said(line, value, is_day=False), unit_said(line, self.units[name]))
        unit = asked.unit if asked else self._facts[name].unit
        return self._value(shown(value / scale(unit), _DECIMALS), unit or "")

    def counted(self, number: str, name: str) -> str:
        """Say a number in the unit of what has a name."""
        asked, line = self._computed.inputs.get(name), self._computed.lines.get(name)
        own = unit_said(line, self.units[name]) if line else asked.unit if asked else ""
        return self._value(number, own or "")

    def _value(self, number: str, unit: str) -> str:
        return amount(self._all, figure(self._all, number), unit)

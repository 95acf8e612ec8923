"""What a formula counts: sums, numbers of something, days. A ValueError says what does not fit."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from guideway.computing.names import PER_CENT, Fact, unknown
from guideway.model.computed import TODAY, Computed, Input, Working
from guideway.model.formulas import Apply, Choose, Day, Formula, Name, Number


@dataclass(frozen=True)
class Unit:
    """What is counted."""

    kind: Literal["number", "money", "date"]
    name: str | None = ""
    """Such as “months”; empty of a ratio, nothing of a plain number, which fits any."""
    is_open: bool = field(default=False, compare=False)
    """Whether it is times a plain number, or by one, which may be so much for each: a line says."""

    def __str__(self) -> str:
        """Say it to an author."""
        if self.kind == "date":
            return "a day"
        return f"{'a sum in' if self.kind == 'money' else 'a number of'} {self.name or '1'}"


DAY = Unit("date", None)
RATIO = Unit("number", "")
DAYS = Unit("number", "days")
"""What lies between two days: added to numbers of anything, such as the days that are typed, but to
no sum."""
ANY = Unit("number", None)

Units = Mapping[str, Unit]


def units_of(computed: Computed, facts: Mapping[str, Fact]) -> dict[str, Unit]:
    """Say what inputs, facts and today count."""
    typed = {
        name: _unit(given.kind, given.unit)
        for name, given in computed.inputs.items()
        if given.kind != "one"
    }
    looked_up = {name: _looked_up(computed, fact) for name, fact in facts.items()}
    looked_up |= {name: DAYS for name, id_ in computed.facts.items() if id_.startswith("period.")}
    return {TODAY: DAY, **looked_up, **typed}


def unit_of(computed: Computed, formula: Formula, known: Units) -> Unit:
    """Say what a formula counts."""
    match formula:
        case Number():
            return ANY
        case Day():
            return DAY
        case Name(name):
            if name not in known:
                raise ValueError(_not_a_number(computed, name))
            return known[name]
        case Choose(asked, options):
            all_chosen(computed, asked, [name for name, _ in options])
            return _alike("choose", [unit_of(computed, part, known) for _, part in options])
        case Apply(function, parts):
            return _in_function(function, [unit_of(computed, part, known) for part in parts])


def line_unit(computed: Computed, line: Working, found: Unit) -> Unit:
    """Say what a line counts, as it is said at the line and found in its formula."""
    if found.kind == "date" and line.unit:
        raise ValueError("a day has no `unit`")
    if found == DAYS:
        return Unit("number", line.unit) if line.unit else DAYS
    if found.name and line.unit and line.unit != found.name and not found.is_open:
        raise ValueError(f"what comes out is {found}, and `unit` says {line.unit}")
    if line.unit == PER_CENT:
        return RATIO
    is_sum = found.kind == "money" or line.unit in _sums(computed)
    return Unit("money" if is_sum else found.kind, line.unit or found.name)


def _unit(kind: str, name: str | None) -> Unit:
    if kind == "date":
        return DAY
    if name == PER_CENT:
        return RATIO
    return Unit("money" if kind == "money" else "number", name)


def _looked_up(computed: Computed, fact: Fact) -> Unit:
    """A threshold in the unit of a sum that is typed is a sum."""
    return _unit("money" if fact.unit in _sums(computed) else "number", fact.unit)


def _sums(computed: Computed) -> set[str | None]:
    return {given.unit for given in computed.inputs.values() if given.kind == "money"}


def _not_a_number(computed: Computed, name: str) -> str:
    chosen: Input | None = computed.inputs.get(name)
    if chosen:
        return f"“{name}” is chosen and no number: `choose` says what its options stand for"
    if name in computed.facts:
        return f"“{computed.facts[name]}” is no fixed number: a threshold, or calendar days"
    return unknown(computed, name)


def all_chosen(computed: Computed, asked: str, options: Iterable[str]) -> None:
    """Let each option of an input have a formula; a ValueError says which has none."""
    given = computed.inputs.get(asked)
    if given is None or given.kind != "one":
        raise ValueError(f"“choose” asks for an input of “kind: one”, and “{asked}” is none")
    if {*options} != {*given.options}:
        raise ValueError(f"“choose” has one formula for each option of “{asked}”, and no other")


def _power(units: list[Unit]) -> Unit:
    if any(unit.kind != "number" or unit.name for unit in units):
        raise ValueError("“power” is of plain numbers")
    return RATIO


def _days(units: list[Unit]) -> Unit:
    if units != [DAY, DAY]:
        raise ValueError("“days_between” is from a day to a day")
    return DAYS


def _months(units: list[Unit]) -> Unit:
    if units != [DAY, DAY]:
        raise ValueError("“months_between” is from a day to a day")
    return ANY


def _moved(what: str, units: list[Unit]) -> Unit:
    if units[0] != DAY or units[1].kind != "number":
        raise ValueError(f"“add_{what}” takes a day and a number of {what}")
    return DAY


def _rate(units: list[Unit]) -> Unit:
    _alike("rate", [units[0], units[1], units[4]])
    return RATIO


def _alike(function: str, units: list[Unit]) -> Unit:
    """What is added up, or compared, counts the same; plain numbers fit anything but a day."""
    said = [unit for unit in units if unit != ANY]
    told = list(dict.fromkeys(unit for unit in said if not unit.is_open))
    if not told:
        told = list(dict.fromkeys(said))
        return told[0] if len(told) == 1 else ANY
    if DAYS in told and any(unit.kind == "number" and unit != DAYS for unit in told):
        told.remove(DAYS)
    if function in {"add", "subtract"} and DAY in told:
        raise ValueError(f"“{function}” is not for days: there are add_days and days_between")
    others = [unit for unit in units if unit != DAY] if DAY in told else []
    if len(told) > 1 or others:
        one, other = told[0], told[1] if len(told) > 1 else others[0]
        raise ValueError(f"“{function}” of {one} and {other}: they count different things")
    return told[0]


def _product(units: list[Unit]) -> Unit:
    if DAY in units:
        raise ValueError("“multiply” is not for days")
    sums = [unit for unit in units if unit.kind == "money"]
    if len(sums) > 1:
        raise ValueError(f"“multiply” of {sums[0]} and {sums[1]}: nothing counts that")
    counted = [unit for unit in units if unit.name]
    if sums or len(counted) == 1:
        return replace((sums or counted)[0], is_open=not sums and ANY in units)
    return ANY if counted or RATIO not in units else RATIO


def _quotient(one: Unit, other: Unit) -> Unit:
    if DAY in {one, other}:
        raise ValueError("“divide” is not for days")
    if other.kind == "money" and one.kind != "money" and one != ANY:
        raise ValueError(f"“divide” of {one} by {other}: nothing counts that")
    if other.name and one.name:
        if one.kind == "money" and other.kind == "number":
            return one
        return RATIO if one == other else ANY
    return replace(one, is_open=other == ANY and one.kind == "number")


_APPLIED: Mapping[str, Callable[[list[Unit]], Unit]] = {
    "multiply": _product,
    "divide": lambda units: _quotient(*units),
    "round": lambda units: units[0],
    "power": _power,
    "days_between": _days,
    "months_between": _months,
    "add_days": lambda units: _moved("days", units),
    "add_months": lambda units: _moved("months", units),
    "rate": _rate,
}


def _in_function(function: str, units: list[Unit]) -> Unit:
    special = _APPLIED.get(function)
    return special(units) if special else _alike(function, units)

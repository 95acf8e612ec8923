"""Examples of a computed fact: whether somebody can type them, and whether they come out."""

from collections.abc import Iterator, Mapping
from datetime import date

from guideway.catalog import Catalog
from guideway.computing.evaluating import Results, results
from guideway.computing.faults import Fault
from guideway.computing.names import Fact, facts_of, unknown
from guideway.computing.units import DAY
from guideway.computing.writing import NONE, line_units, said, trimmed
from guideway.model.computed import TODAY, Computed, Example, Input
from guideway.model.formulas import names_in
from guideway.model.values import limits, value_of


def example_faults(catalog: Catalog, computed: Computed) -> Iterator[Fault]:
    """Find examples that cannot be typed, or of which something else comes out."""
    facts = facts_of(catalog, computed)
    for number, example in enumerate(computed.examples):
        at = ("examples", number)
        given = list(_given_faults(computed, example))
        yield from (fault.below(*at) for fault in given)
        if not given:
            found = results(computed, facts, example.given)
            came = _given_back(computed, example, found, _days(computed, facts))
            yield from (fault.below(*at) for fault in came)


def _days(computed: Computed, facts: Mapping[str, Fact]) -> frozenset[str]:
    units = line_units(computed, facts)
    return frozenset(name for name, unit in units.items() if unit == DAY)


def _given_faults(computed: Computed, example: Example) -> Iterator[Fault]:
    for name, value in example.given.items():
        asked = computed.inputs.get(name)
        why = _wrong_day(value) if name == TODAY else unknown(computed, name)
        why = _wrong(asked, value) if asked else why
        if why:
            yield Fault(("given", name), why)
    for name, asked in computed.inputs.items():
        is_missed = asked.kind != "one" and asked.usual is None and name not in example.given
        if is_missed and example.given.keys() <= {*computed.inputs, TODAY}:
            yield Fault(("given",), f"“{name}” is not given", "an input without `usual` is")
    asks_today = any(TODAY in names_in(line.value) for line in computed.lines.values())
    if asks_today and TODAY not in example.given:
        yield Fault(("given",), "“today” is not given", "a formula looks at it: today: 2026-11-22")


def _wrong(asked: Input, value: str) -> str:
    """Say why somebody could not type a value; nothing if they could."""
    if asked.kind == "one":
        return "" if value in asked.options else f"there is no option “{value}”"
    if asked.kind == "date":
        return _wrong_day(value)
    question = asked.question
    number = value_of(question, value)
    least, most = limits(question)
    if number is None or not least <= number <= most:
        return f"nobody can type {value} here"
    return ""


def _wrong_day(value: str) -> str:
    try:
        date.fromisoformat(value)
    except ValueError:
        return f"no calendar has the day {value}"
    return ""


def _given_back(
    computed: Computed, example: Example, found: Results, days: frozenset[str]
) -> Iterator[Fault]:
    for name, value in example.gives.items():
        if name not in computed.lines:
            yield Fault(("gives", name), unknown(computed, name))
            continue
        came = said(computed.lines[name], found[name], is_day=name in days)
        if came != (value if NONE in {came, value} or name in days else trimmed(value)):
            why = f"{came} comes out, and the example says {value}"
            yield Fault(("gives", name), why, "work it out by hand; one of the two is wrong")

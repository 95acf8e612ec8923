"""What comes out of formulas: fractions, so nothing is lost before it is rounded."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from fractions import Fraction
from math import prod

from guideway.computing.calendar import days_since_1970, months_between, months_on
from guideway.computing.names import Fact, scale
from guideway.computing.rates import rate_of
from guideway.computing.rounding import nearest, rounded
from guideway.model.computed import TODAY, Computed, Input
from guideway.model.formulas import Apply, Choose, Day, Formula, Name, Number

Values = Mapping[str, Fraction | str]
"""By name: numbers, days as how many they are since 1970, and the options that were chosen."""

Results = Mapping[str, Fraction | None]
"""By line, rounded; nothing where no number comes out."""


class NoNumber(ArithmeticError):  # noqa: N818 - no error: figures can be so
    """No number comes out of a formula."""


def results(computed: Computed, facts: Mapping[str, Fact], given: Mapping[str, str]) -> Results:
    """Work out every line from what is given: inputs as they are written, by id."""
    known = known_of(computed, facts, given)
    found = {name: known.get(name) for name in computed.lines}
    return {name: value if isinstance(value, Fraction) else None for name, value in found.items()}


def known_of(computed: Computed, facts: Mapping[str, Fact], given: Mapping[str, str]) -> Values:
    """Give all that has a value: facts, inputs, and lines of which a number comes out."""
    known: dict[str, Fraction | str] = {name: fact.value for name, fact in facts.items()}
    for name, asked in computed.inputs.items():
        known[name] = _given(asked, given.get(name))
    if TODAY in given:
        known[TODAY] = day_number(given[TODAY])
    for name, line in computed.lines.items():
        with suppress(NoNumber, KeyError):
            known[name] = rounded(line, evaluate(line.value, known))
    return known


def evaluate(formula: Formula, known: Values) -> Fraction:
    """Work out a formula; every name in it is known."""
    match formula:
        case Number():
            return formula.value
        case Day(written):
            return day_number(written)
        case Name(name):
            found = known[name]
            if isinstance(found, str):
                raise NoNumber
            return found
        case Choose(asked, options):
            return evaluate(dict(options)[str(known[asked])], known)
        case Apply(function, parts):
            return _APPLIED[function]([evaluate(part, known) for part in parts])


def day_number(written: str) -> Fraction:
    """Give a day as a number: how many days it is after the first of 1970."""
    return Fraction(days_since_1970(date.fromisoformat(written)))


def _given(asked: Input, said: str | None) -> Fraction | str:
    """Read what is given for an input; what is left out is what it usually is."""
    if asked.kind == "one":
        return said or next(iter(asked.options))
    if said is None:
        return Fraction(str(asked.usual or 0)) * scale(asked.unit)
    return day_number(said) if asked.kind == "date" else Fraction(said) * scale(asked.unit)


def _quotient(one: Fraction, other: Fraction) -> Fraction:
    if not other:
        raise NoNumber
    return one / other


def _rate(values: list[Fraction]) -> Fraction:
    got, pay, times, ahead, last = values
    found = rate_of(got, pay, int(times), int(ahead), last)
    if found is None:
        raise NoNumber
    return found


_APPLIED: Mapping[str, Callable[[list[Fraction]], Fraction]] = {
    "add": lambda values: sum(values, Fraction(0)),
    "add_days": lambda values: sum(values, Fraction(0)),
    "subtract": lambda values: values[0] - values[1],
    "add_months": lambda values: months_on(*values),
    "months_between": lambda values: months_between(*values),
    "days_between": lambda values: values[1] - values[0],
    "multiply": lambda values: prod(values, start=Fraction(1)),
    "divide": lambda values: _quotient(*values),
    "min": min,
    "max": max,
    "power": lambda values: values[0] ** int(values[1]),
    "round": lambda values: nearest(values[0], int(values[1])),
    "rate": _rate,
}

"""Between which values a formula lies, whatever is typed. A ValueError says what may go wrong.

A day is how far it is from today, or, where days of the calendar are typed or months are counted,
how far from the first of 1970; then today is any day of this century.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import product

from guideway.computing.calendar import SINCE_1970, days_since_1970, months_between, months_on
from guideway.computing.names import Fact, scale
from guideway.computing.rates import MOST_TIMES, RATES
from guideway.computing.rounding import nearest, rounded
from guideway.model.computed import TODAY, Computed, Input
from guideway.model.formulas import MONTHS, Apply, Choose, Day, Formula, Name, Number

_DIGITS = 20_000
"""Binary digits, more than anybody reads."""
_POWERS = 1_000


@dataclass(frozen=True)
class Span:
    """The least and the largest value."""

    low: Fraction
    high: Fraction

    def __contains__(self, value: int) -> bool:
        """Say whether a value may come out."""
        return self.low <= value <= self.high


Spans = Mapping[str, Span]


def spans_of(computed: Computed, facts: Mapping[str, Fact]) -> dict[str, Span]:
    """Say between which values inputs and facts lie."""
    now = today(computed)
    typed = {name: _typed(given, now) for name, given in computed.inputs.items() if given.range}
    looked_up = {name: Span(fact.value, fact.value) for name, fact in facts.items()}
    return {TODAY: now, **looked_up, **typed}


def is_of_calendar(computed: Computed) -> bool:
    """Say whether its days are those of the calendar, and not so far from today."""
    formulas = (part for line in computed.lines.values() for part in parts_of(line.value))
    return any(given.lies == "calendar" for given in computed.inputs.values()) or any(
        isinstance(part, Day) or (isinstance(part, Apply) and part.function in MONTHS)
        for part in formulas
    )


def today(computed: Computed) -> Span:
    """Say which day today is."""
    if not is_of_calendar(computed):
        return Span(Fraction(0), Fraction(0))
    return Span(*(Fraction(days_since_1970(date(year, 1, 1))) for year in (2000, 2100)))


def typed_days(lies: str, low: Fraction, high: Fraction, now: Span) -> Span:
    """Give days as formulas have them, from how they are typed."""
    if lies == "calendar":
        return Span(low + SINCE_1970, high + SINCE_1970)
    return Span(now.low - high, now.high - low) if lies == "past" else _sum([now, Span(low, high)])


def span_of(formula: Formula, known: Spans) -> Span:
    """Say between which values a formula lies, if all its names are known."""
    match formula:
        case Number() | Day():
            return _same(formula)
        case Name(name):
            return known[name]
        case Choose(_, options):
            return _around(_ends([span_of(part, known) for _, part in options]))
        case Apply("power", parts):
            return _power(parts, known)
        case Apply("subtract" | "days_between", (Name(), Name())):
            return _apart(formula, known)
        case Apply(function, parts):
            return _APPLIED[function]([span_of(part, known) for part in parts])


def _same(formula: Number | Day) -> Span:
    """Give what is the same for everybody."""
    if isinstance(formula, Number):
        return Span(formula.value, formula.value)
    day = Fraction(days_since_1970(date.fromisoformat(formula.written)))
    return Span(day, day)


def difference(one: str, other: str) -> str:
    """Say what it is called how much more one value is than another, where that is known."""
    return f"{one} - {other}"


def _apart(formula: Apply, known: Spans) -> Span:
    """Say how far two values lie apart: also by what is known of that besides."""
    names = [part.name for part in formula.parts if isinstance(part, Name)]
    found = _APPLIED[formula.function]([known[name] for name in names])
    told = known.get(difference(*(names if formula.function == "subtract" else reversed(names))))
    if told is None or told.high < found.low or told.low > found.high:
        return found
    return Span(max(found.low, told.low), min(found.high, told.high))


def line_span(computed: Computed, name: str, found: Span) -> Span:
    """Say between which values a line lies once it is rounded."""
    line = computed.lines[name]
    return Span(rounded(line, found.low), rounded(line, found.high))


def parts_of(formula: Formula) -> Iterator[Formula]:
    """List a formula and all that is inside it."""
    yield formula
    inside = [part for _, part in formula.options] if isinstance(formula, Choose) else ()
    for part in formula.parts if isinstance(formula, Apply) else inside:
        yield from parts_of(part)


def _typed(given: Input, now: Span) -> Span:
    low, high = (Fraction(str(end)) * scale(given.unit) for end in given.range or (0, 0))
    if given.kind == "date":
        return typed_days(given.lies, low, high, now)
    if given.usual is None:
        return Span(low, high)
    usual = Fraction(str(given.usual)) * scale(given.unit)
    return Span(min(low, usual), max(high, usual))


def _around(values: list[Fraction]) -> Span:
    found = Span(min(values), max(values))
    if max(abs(found.low), abs(found.high)).numerator.bit_length() > _DIGITS:
        raise ValueError("this can come to a number that nobody reads")
    return found


def _ends(spans: list[Span]) -> list[Fraction]:
    return [end for span in spans for end in (span.low, span.high)]


def _power(parts: tuple[Formula, ...], known: Spans) -> Span:
    base, exponent = (span_of(part, known) for part in parts)
    if any(isinstance(part, Apply) and part.function == "power" for part in parts_of(parts[0])):
        raise ValueError("a power of a power: put the first into a line above")
    if base.low < 0 or exponent.low < 0 or exponent.high > _POWERS:
        raise ValueError(f"“power” is of no negative number, 0 to {_POWERS} times")
    if base.high.numerator.bit_length() * exponent.high > _DIGITS:
        raise ValueError("this can come to a number that nobody reads")
    pairs = product((base.low, base.high), (int(exponent.low), int(exponent.high)))
    return _around([one**times for one, times in pairs])


def _sum(spans: list[Span]) -> Span:
    lows, highs = [span.low for span in spans], [span.high for span in spans]
    return Span(sum(lows, Fraction(0)), sum(highs, Fraction(0)))


def _less(one: Span, other: Span) -> Span:
    return Span(one.low - other.high, one.high - other.low)


def _quotient(spans: list[Span]) -> Span:
    if 0 in spans[1]:
        raise ValueError("what it is divided by can be zero")
    return _around([one / other for one, other in product(*map(_both, spans))])


def _product(spans: list[Span]) -> Span:
    found = spans[0]
    for span in spans[1:]:
        found = _around([one * other for one, other in product(_both(found), _both(span))])
    return found


def _both(span: Span) -> tuple[Fraction, Fraction]:
    return span.low, span.high


def _round(spans: list[Span]) -> Span:
    value, decimals = spans
    if not 0 <= decimals.low == decimals.high <= 12:  # noqa: PLR2004 - more than anybody reads
        raise ValueError("“round” goes to 0 to 12 decimals, and to as many every time")
    return Span(*(nearest(end, int(decimals.low)) for end in _both(value)))


def _rate(spans: list[Span]) -> Span:
    _, _, times, ahead, _ = spans
    if times.low < 1 or times.high > MOST_TIMES:
        raise ValueError(f"“rate” is for 1 to {MOST_TIMES} payments")
    if ahead.low < 0 or ahead.high > 1:
        raise ValueError("`ahead` is 0 or 1")
    return Span(*RATES)


def _months_between(spans: list[Span]) -> Span:
    one, other = spans
    return Span(*(months_between(*ends) for ends in ((one.high, other.low), (one.low, other.high))))


def _months_on(spans: list[Span]) -> Span:
    day, months = spans
    return Span(*(months_on(*ends) for ends in ((day.low, months.low), (day.high, months.high))))


_APPLIED: Mapping[str, Callable[[list[Span]], Span]] = {
    "months_between": _months_between,
    "add_months": _months_on,
    "add": _sum,
    "add_days": _sum,
    "subtract": lambda spans: _less(*spans),
    "days_between": lambda spans: _less(spans[1], spans[0]),
    "multiply": _product,
    "divide": _quotient,
    "min": lambda spans: Span(min(s.low for s in spans), min(s.high for s in spans)),
    "max": lambda spans: Span(max(s.low for s in spans), max(s.high for s in spans)),
    "round": _round,
    "rate": _rate,
}

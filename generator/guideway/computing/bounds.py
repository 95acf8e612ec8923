"""Between which values a formula lies, whatever is typed. A ValueError says what may go wrong."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from guideway.computing.names import PER_CENT, Fact, scale
from guideway.computing.rates import MOST_TIMES, RATES
from guideway.computing.rounding import nearest, rounded
from guideway.model.computed import TODAY, Computed, Input
from guideway.model.formulas import Apply, Choose, Formula, Name, Number

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
    """Say between which values inputs and facts lie; a day as how far it is from today."""
    typed = {name: _typed(given) for name, given in computed.inputs.items() if given.range}
    looked_up = {name: Span(fact.value, fact.value) for name, fact in facts.items()}
    return {TODAY: Span(Fraction(0), Fraction(0)), **looked_up, **typed}


def span_of(formula: Formula, known: Spans) -> Span:
    """Say between which values a formula lies, if all its names are known."""
    match formula:
        case Number():
            return Span(formula.value, formula.value)
        case Name(name):
            return known[name]
        case Choose(_, options):
            return _around(_ends([span_of(part, known) for _, part in options]))
        case Apply("power", parts):
            return _power(parts, known)
        case Apply(function, parts):
            return _APPLIED[function]([span_of(part, known) for part in parts])


def line_span(computed: Computed, name: str, found: Span) -> Span:
    """Say between which values a line lies once it is rounded."""
    line = computed.lines[name]
    return Span(rounded(line, found.low), rounded(line, found.high))


def is_whole(computed: Computed, formula: Formula) -> bool:
    """Say whether only whole numbers can come out."""
    match formula:
        case Number():
            return formula.value.denominator == 1
        case Name(name):
            return _is_whole_name(computed, name)
        case Choose(_, options):
            return all(is_whole(computed, part) for _, part in options)
        case Apply("add" | "subtract" | "multiply" | "min" | "max", parts):
            return all(is_whole(computed, part) for part in parts)
        case Apply(function, parts):
            is_rounded = function == "round" and parts[1] == Number("0")
            return is_rounded or function == "days_between"


def _is_whole_name(computed: Computed, name: str) -> bool:
    given, line = computed.inputs.get(name), computed.lines.get(name)
    if given:
        return given.kind == "number" and given.decimals == 0 and given.unit != PER_CENT
    if line:
        return line.decimals == 0 and line.unit != PER_CENT
    return name in computed.facts and computed.facts[name].startswith("period.")


def wholes(formula: Formula) -> Iterator[tuple[Formula, str]]:
    """List the parts of a formula that have to be whole, each with what it is."""
    for inside in parts_of(formula):
        match inside:
            case Apply("power", (_, exponent)):
                yield exponent, "how often “power” multiplies"
            case Apply("round", (_, decimals)):
                yield decimals, "to how many decimals “round” goes"
            case Apply("add_days", (_, days)):
                yield days, "how many days “add_days” adds"
            case Apply("rate", (_, _, times, ahead, _)):
                yield times, "how often is paid"
                yield ahead, "`ahead`"


def parts_of(formula: Formula) -> Iterator[Formula]:
    """List a formula and all that is inside it."""
    yield formula
    inside = [part for _, part in formula.options] if isinstance(formula, Choose) else ()
    for part in formula.parts if isinstance(formula, Apply) else inside:
        yield from parts_of(part)


def _typed(given: Input) -> Span:
    low, high = (Fraction(str(end)) * scale(given.unit) for end in given.range or (0, 0))
    if given.kind == "date":
        return Span(-high, -low) if given.lies == "past" else Span(low, high)
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


_APPLIED: Mapping[str, Callable[[list[Span]], Span]] = {
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

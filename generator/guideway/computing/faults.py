"""What is wrong with the formulas of a computed fact."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guideway.catalog import Catalog
from guideway.computing.bounds import Span, line_span, parts_of, span_of, spans_of
from guideway.computing.names import facts_of, unknown
from guideway.computing.units import ANY, DAY, Unit, all_chosen, line_unit, unit_of, units_of
from guideway.computing.wholes import is_whole, wholes
from guideway.computing.writing import line_units
from guideway.model.computed import TODAY, Computed, Remark
from guideway.model.formulas import Apply, Choose, Formula
from guideway.source import Trail

_FAR = 365_000
"""Days, as many as calendars of browsers are sure to have."""


@dataclass(frozen=True)
class Fault:
    """What is wrong, where, and what to do."""

    trail: Trail
    why: str
    hint: str = ""

    def below(self, *trail: str | int) -> "Fault":
        """Give the same of a part that stands there."""
        return Fault((*trail, *self.trail), self.why, self.hint)


def formula_faults(catalog: Catalog, computed: Computed) -> Iterator[Fault]:
    """Find formulas that mean nothing, or not for all that can be typed; the first of each line."""
    yield from _shared_names(computed)
    facts = facts_of(catalog, computed)
    units, spans = units_of(computed, facts), spans_of(computed, facts)
    for name, line in computed.lines.items():
        trail = ("lines", name, "value")
        try:
            found = line_unit(computed, line, unit_of(computed, line.value, units))
            span = line_span(computed, name, span_of(line.value, spans))
            _all_whole(computed, line.value)
            _in_calendar(found, span)
        except ValueError as error:
            yield Fault(trail, str(error), "`guideway explain formula` says what functions take")
            return
        units[name], spans[name] = found, span


def is_workable(catalog: Catalog, computed: Computed) -> bool:
    """Say whether something comes out at all, fitting or not: a draft may be shown so."""
    spans = spans_of(computed, facts_of(catalog, computed))
    try:
        for name, line in computed.lines.items():
            _all_chosen(computed, line.value)
            spans[name] = line_span(computed, name, span_of(line.value, spans))
    except (ValueError, KeyError):
        return False
    return True


def comparison_faults(catalog: Catalog, computed: Computed) -> Iterator[Fault]:
    """Find what results are compared with and cannot be, where every formula means something."""
    facts = facts_of(catalog, computed)
    units = {**units_of(computed, facts), **line_units(computed, facts)}
    yield from _result_faults(catalog, computed, units)


def unused_names(computed: Computed) -> Iterator[Fault]:
    """Find inputs and facts that nothing looks at; lines are shown, so none is idle."""
    named = computed.named()
    for part in ("inputs", "facts"):
        for name in getattr(computed, part):
            if name not in named:
                hint = "use it in a formula, or delete it"
                yield Fault((part, name), f"nothing is worked out from “{name}”", hint)


def _shared_names(computed: Computed) -> Iterator[Fault]:
    seen = {TODAY}
    for part in ("inputs", "facts", "lines"):
        for name in getattr(computed, part):
            if name in seen:
                yield Fault((part, name), f"two things are called “{name}”", "give one another id")
            seen.add(name)


def _all_whole(computed: Computed, formula: Formula) -> None:
    for part, what in wholes(formula):
        if not is_whole(computed, part):
            raise ValueError(f"{what} is a whole number, and this can come out between two")


def _in_calendar(unit: Unit, span: Span) -> None:
    if unit == DAY and max(abs(span.low), abs(span.high)) > _FAR:
        raise ValueError("this can come to a day a thousand years away")


def _result_faults(
    catalog: Catalog, computed: Computed, units: Mapping[str, Unit]
) -> Iterator[Fault]:
    result = computed.lines[computed.result]
    for number, measure in enumerate(computed.against):
        threshold = catalog.get(measure.threshold)
        if threshold and getattr(threshold.value, "unit", None) != (
            result.unit or units[computed.result].name
        ):
            why = f"“{measure.threshold}” counts something else than the result"
            yield Fault(("against", number, "threshold"), why, "hold it against one of its unit")
    for number, remark in enumerate(computed.says):
        yield from _remark_faults(remark, number, units, computed)
    formulas = (part for line in computed.lines.values() for part in parts_of(line.value))
    has_rate = any(isinstance(part, Apply) and part.function == "rate" for part in formulas)
    if has_rate != (computed.none is not None):
        lacks = "nothing is said of figures that have no rate" if has_rate else "`none` never comes"
        yield Fault(("none",) if computed.none else ("lines",), lacks, "`none` goes with `rate`")


def _remark_faults(
    remark: Remark, number: int, units: Mapping[str, Unit], computed: Computed
) -> Iterator[Fault]:
    for key in ("of", "than"):
        name = getattr(remark, key)
        if isinstance(name, str) and name not in units:
            yield Fault(("says", number, key), unknown(computed, name))
            return
    one = units[remark.of]
    other = units[remark.than] if isinstance(remark.than, str) else ANY
    if (one == DAY) != (other == DAY) or (ANY not in {one, other} and one != other):
        why = f"{one} is compared with {other}: they count different things"
        yield Fault(("says", number, "than"), why, "compare what counts the same")


def _all_chosen(computed: Computed, formula: Formula) -> None:
    for part in parts_of(formula):
        if isinstance(part, Choose):
            all_chosen(computed, part.asked, [name for name, _ in part.options])

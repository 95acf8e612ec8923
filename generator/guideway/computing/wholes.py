"""Where a formula takes whole numbers alone, and whether only such can come out."""

from collections.abc import Iterator

from guideway.computing.bounds import parts_of
from guideway.computing.names import PER_CENT
from guideway.model.computed import Computed
from guideway.model.formulas import Apply, Choose, Day, Formula, Name, Number


def is_whole(computed: Computed, formula: Formula) -> bool:
    """Say whether only whole numbers can come out."""
    match formula:
        case Number():
            return formula.value.denominator == 1
        case Day():
            return True
        case Name(name):
            return _is_whole_name(computed, name)
        case Choose(_, options):
            return all(is_whole(computed, part) for _, part in options)
        case Apply("add" | "subtract" | "multiply" | "min" | "max", parts):
            return all(is_whole(computed, part) for part in parts)
        case Apply(function, parts):
            is_rounded = function == "round" and parts[1] == Number("0")
            return is_rounded or function in {"days_between", "months_between"}


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
            case Apply("add_months", (_, months)):
                yield months, "how many months “add_months” adds"
            case Apply("rate", (_, _, times, ahead, _)):
                yield times, "how often is paid"
                yield ahead, "`ahead`"

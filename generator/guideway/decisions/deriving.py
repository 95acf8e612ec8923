"""What conditions compare that nobody types: what is worked out, how far answers lie apart.

An answer that is compared with another, and something added to it, is a line of its own: their
difference. So are all answers that are compared with each other, once one of them is, or once an
answer is compared with two: bands and orders alone tell no such things apart.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from guideway.catalog import Catalog
from guideway.computing.faults import formula_faults
from guideway.computing.lines import Line
from guideway.computing.names import facts_of
from guideway.computing.units import DAY, DAYS
from guideway.computing.writing import line_units
from guideway.decisions.answered_facts import of_answers
from guideway.decisions.cuts import Asking, as_size, comparable, typed
from guideway.decisions.worked import Worked
from guideway.model.comparisons import MORE, other_of
from guideway.model.computed import Computed, Working
from guideway.model.conditions import Compares, Condition, joined
from guideway.model.formulas import Apply, Name
from guideway.model.mentions import COMPUTED
from guideway.model.questions import Question
from guideway.model.reckoning import Reckoning
from guideway.model.values import decimals_of
from guideway.problems import near

LESS = "-less-"
"""What stands between two questions in the name of their difference."""


class ToldElsewhereError(ValueError):
    """What is compared is wrong where it is worked out, and is told there."""


def are_apart(found: Iterable[Compares]) -> bool:
    """Say whether answers are compared so that their differences are told apart."""
    others: dict[str, set[str]] = {}
    is_more = False
    for leaf in found:
        for value in (value for _, value in leaf.tests):
            if other := other_of(value):
                others.setdefault(leaf.question, set()).add(other[0])
                is_more |= MORE in value
    is_star = all(len(named) == 1 and not named & others.keys() for named in others.values())
    return is_more or not is_star


def apart(questions: Mapping[str, Question], leaf: Compares) -> Condition:
    """Put what is compared with other answers as comparisons of differences."""
    met: list[Condition] = []
    for how, value in leaf.tests:
        other = other_of(value)
        if other is None:
            met.append(Compares(leaf.question, frozenset(), ((how, value),)))
            continue
        is_day = questions[leaf.question].kind == "date"
        test = (as_size(how, "future") if is_day else how, other[1])
        met.append(Compares(f"{leaf.question}{LESS}{other[0]}", frozenset(), (test,)))
    return joined(met)


def lines_in(catalog: Catalog, asking: Asking, found: Iterable[Compares]) -> dict[str, Worked]:
    """Give what is worked out to be compared, by what conditions call it.

    A ValueError says why nothing can be compared with it.
    """
    found = list(found)
    made: dict[str, Worked] = {}
    for leaf in found:
        name = leaf.question
        if name.startswith(COMPUTED) and name not in made:
            made[name] = _of_line(catalog, asking, name)
        for other, _ in filter(None, (other_of(value) for _, value in leaf.tests)):
            _only_typed(name, other)
            comparable(asking.questions, name, other)
            both = f"{name}{LESS}{other}"
            made.setdefault(both, _of_difference(asking.questions, both, name, other))
    places = [f"{COMPUTED}{i}.{n}" for i, each in asking.computed.items() for n in each.lines]
    ordered = (*(name for name in places if name in made), *sorted(made.keys() - {*places}))
    return {name: made[name] for name in ordered}


def _only_typed(name: str, other: str) -> None:
    """Let what is worked out be compared with numbers alone; a ValueError says what to write."""
    if name.startswith(COMPUTED):
        line = name.rpartition(".")[2]
        raise ValueError(
            f"“{name}” is worked out, and compared with numbers alone: make a line of"
            f" {{subtract: [{line}, {other}]}} below it, and compare that with 0"
        )


def _of_line(catalog: Catalog, asking: Asking, name: str) -> Worked:
    id_, _, key = name.removeprefix(COMPUTED).partition(".")
    each = asking.computed.get(id_)
    if each is None or key not in each.lines:
        known = (
            f"{COMPUTED}{i}.{line}" for i, each in asking.computed.items() for line in each.lines
        )
        hint = near(name, list(known))
        raise ValueError(f"nothing is worked out as “{name}”{hint and f'; {hint}'}")
    if isinstance(each, Computed) and any(formula_faults(catalog, each)):
        raise ToldElsewhereError(name)
    computed = _computed(asking, each, name, key)
    if any(formula_faults(catalog, computed)):
        raise ToldElsewhereError(name)
    line = Line(computed, facts_of(catalog, computed), key, id_)
    for asked in line.inputs:
        if asked not in asking.questions:
            raise ValueError(f"“{name}” is worked out of what this page does not ask before")
    if "rate" in line.functions:
        raise ValueError(
            f"“{name}” is searched as a `rate`: nothing is proven of it, say it in words"
        )
    if line.moves:
        raise ValueError(
            f"“{name}” hangs on days of the calendar and on today: compare either with itself"
        )
    if not line.inputs:
        raise ValueError(f"“{name}” is the same for everybody: it is worked out of no answer")
    return _worked(name, computed.lines[key].label, line)


def _computed(asking: Asking, each: Reckoning | Computed, name: str, key: str) -> Computed:
    if isinstance(each, Reckoning):
        return each.computed(asking.questions)
    return of_answers(each, name, key, asking.questions)


def _of_difference(questions: Mapping[str, Question], both: str, name: str, other: str) -> Worked:
    one, two = typed(questions, name), typed(questions, other)
    is_day = one.kind == "date"
    parts = (Name(other), Name(name)) if is_day else (Name(name), Name(other))
    value = Apply("days_between" if is_day else "subtract", parts)
    line = Working.model_construct(
        label=both,
        value=value,
        unit=one.unit if not is_day else None,
        decimals=decimals_of(one),
        rounded="half-up",
    )
    made = Reckoning.model_construct(facts={}, lines={both: line}, examples=())
    return _worked(
        both, f"{one.ask} \u2212 {two.ask}", Line(made.computed(questions), {}, both, both)
    )


def _worked(name: str, ask: str, line: Line) -> Worked:
    computed, working = line.computed, line.computed.lines[line.name]
    unit = line_units(computed, line.facts)[line.name]
    low, high = line.everywhere()
    is_day = unit == DAY
    scale = 10**working.decimals
    return Worked.model_construct(
        ask=ask,
        kind="date" if is_day else "number",
        unit="" if unit in {DAY, DAYS} else working.unit or unit.name or "",
        range=(_float(low, scale), _float(high, scale)),
        decimals=working.decimals if not is_day else 0,
        lies="calendar" if is_day and line.is_of_calendar else "future",
        options={},
        of=name,
        at=(),
        line=line,
    )


def _float(value: int, scale: int) -> float:
    return float(Decimal(value) / scale)

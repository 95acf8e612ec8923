"""What readers type, as choices: domains are cut into bands where conditions compare.

A band is an option whose id is a value in it, so all that is proven of options is proven of
values, each witness is a value somebody can type, and a page prints bands where nothing can be
typed. A comparison becomes the answers of some bands. Of a day the value is how many days away it
is, so it moves with today and the bands do not.

Two answers that are compared are cut at the same values. Where both lie in the same band, three
options stand for it: less than the other, as much, more. So only one of the two is compared, and
with one other only: then each of the three is there, whatever else was answered.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import get_args

from guideway.catalog import Catalog, Entry
from guideway.decisions.comparing import compared, is_typed, meaningless, others_of
from guideway.decisions.cuts import Asking, Cut, Span, as_size, label_of, span_of
from guideway.decisions.deriving import LESS, apart, are_apart, lines_in
from guideway.decisions.inserting import with_lines
from guideway.decisions.meanings import with_meanings
from guideway.decisions.rewriting import with_conditions
from guideway.decisions.tailoring import conditions_within
from guideway.decisions.worked import Worked
from guideway.model.comparisons import other_of
from guideway.model.conditions import Compares, Condition, Is, alternatives, joined, leaves
from guideway.model.decisions import Decision
from guideway.model.questions import Option, Question
from guideway.model.values import Band, Order, bands, decimals_of, limits, said_of

FITTING: Mapping[str, frozenset[str]] = {
    "under": frozenset({"under"}),
    "at_most": frozenset({"under", "equals"}),
    "equals": frozenset({"equals"}),
    "at_least": frozenset({"equals", "over"}),
    "over": frozenset({"over"}),
}
"""How a value lies to another for which a comparison of the two holds."""

_LEAST = 3
"""Values of a band in which something can lie below, at and above another value."""


def banded(catalog: Catalog) -> Catalog:
    """Cut what is typed into bands, wherever all comparisons mean something."""
    asking: tuple[Entry[Asking], ...] = (*catalog.decisions, *catalog.guides)
    found = {
        entry.name: _cut(catalog, entry)
        for entry in asking
        if any(is_typed(question) for question in entry.value.questions.values())
        and not any(meaningless(catalog, entry))
    }
    return replace(catalog, entries={**catalog.entries, **found}) if found else catalog


def order_of(here: Band, there: Band) -> str:
    """Say how what lies in a band is to what lies in a band of the other answer."""
    if here.least == there.least:
        return here.order or "equals"
    return "under" if here.least < there.least else "over"


def _cut(catalog: Catalog, entry: Entry[Asking]) -> Entry[Asking]:
    asking, found = _unfolded(entry)
    written = {leaf for _, leaf in compared(entry)}
    lines, others = lines_in(catalog, entry.value, written), others_of(written)
    lines = {name: line for name, line in lines.items() if not (others and LESS in name)}
    asked = {**asking.questions, **lines}
    spans = {leaf: span_of(catalog, asked, leaf) for leaf in found}
    cuts = _all_cuts(asked, spans, others)
    questions: dict[str, Question] = {
        name: _with_bands(question, cuts[name], _Beside(name, others, asked, _written(name, spans)))
        if is_typed(question)
        else question
        for name, question in asked.items()
    }
    for name, records in _records(spans).items():
        cites = {"cites": (*questions[name].cites, *records)}
        questions[name] = questions[name].model_copy(update=cites)
    own = {name: each for name, each in questions.items() if name not in lines}
    changed = asking.model_copy(update={"questions": own})

    def answers(leaf: Is) -> Condition:
        if not isinstance(leaf, Compares):
            return leaf
        inside = _inside(questions[leaf.question], cuts[leaf.question], spans[leaf])
        orders = (test for test in leaf.tests if other_of(test[1]))
        met = (_ordered(questions, leaf.question, how) for how, _ in orders)
        return joined([Is(leaf.question, inside), *met])

    taken_in = tuple(sorted(repr((leaf.question, leaf.tests, s)) for leaf, s in spans.items()))
    value = with_meanings(with_conditions(changed, answers))
    made = {name: each for name in lines if isinstance(each := questions[name], Worked)}
    if made and isinstance(value, Decision):
        value = with_lines(value, made)
    elif made:
        value = value.model_copy(update={"questions": {**value.questions, **made}})
    return replace(entry, value=value, taken_in=(*taken_in, *_facts(made)))


def _unfolded(entry: Entry[Asking]) -> tuple[Asking, set[Compares]]:
    """Put answers that are told apart by how far they lie apart as differences."""
    found = {leaf for _, leaf in compared(entry)}
    if not are_apart(found):
        return entry.value, found
    questions = entry.value.questions

    def unfold(leaf: Is) -> Condition:
        return apart(questions, leaf) if isinstance(leaf, Compares) else leaf

    asking = with_conditions(entry.value, unfold)
    met = (leaf for _, when in conditions_within(asking) for leaf in leaves(when))
    return asking, {leaf for leaf in met if isinstance(leaf, Compares)}


def _facts(lines: Mapping[str, Worked]) -> tuple[str, ...]:
    """Say what records are to what is worked out."""
    return tuple(
        sorted(repr((name, sorted(each.formula.facts.items()))) for name, each in lines.items())
    )


def _all_cuts(
    asked: Mapping[str, Question], spans: Mapping[Compares, Span], others: Mapping[str, str]
) -> dict[str, list[Cut]]:
    """Say where each question is cut, in order; both of two that are compared, at the same."""
    found: dict[str, set[Cut]] = {name: set() for name in asked}
    for leaf, span in spans.items():
        if span.first.least < span.end.least:
            found[leaf.question] |= {span.first, span.end}
    centres = set(others.values())
    for centre in centres:
        star = {centre, *(name for name, other in others.items() if other == centre)}
        ends = [end for name in star for end in limits(asked[name])]
        together = {cut for name in star for cut in found[name]}
        fixed = {cut.least for cut in together} | {*ends[::2], *(end + 1 for end in ends[1::2])}
        fixed.add(min(fixed) + 1)  # or a question of one band would seem to make no difference
        for name in star:
            found[name] = {Cut(value, value) for value in _apart(sorted(fixed))}
    return {name: _within(asked[name], cuts) for name, cuts in found.items()}


def _written(name: str, spans: Mapping[Compares, Span]) -> frozenset[int]:
    """Say where conditions cut a question by what they compare it with."""
    own = [span for leaf, span in spans.items() if leaf.question == name]
    return frozenset(cut.least for span in own for cut in (span.first, span.end))


def _apart(values: list[int]) -> Iterator[int]:
    """Cut what holds two values between its ends into single ones: one or three fit in each."""
    for one, two in pairwise(values):
        yield from (range(one, two) if two - one < _LEAST else (one,))
    yield values[-1]


def _within(question: Question, cuts: set[Cut]) -> list[Cut]:
    if not is_typed(question):
        return []
    least, most = limits(question)
    inside = {cut for cut in cuts if least < cut.least <= most}
    return [Cut(least, least), *sorted(inside, key=lambda cut: cut.least)]


@dataclass(frozen=True)
class _Beside:
    """A question among others: which of them are compared with which."""

    name: str
    others: Mapping[str, str]
    asked: Mapping[str, Question]
    written: frozenset[int]
    """Where it is cut by conditions of its own."""

    @property
    def other(self) -> str:
        """The question that it is compared with."""
        return self.others.get(self.name, "")

    @property
    def is_centre(self) -> bool:
        """Whether something is compared with it."""
        return self.name in self.others.values()


def _with_bands(question: Question, cuts: list[Cut], beside: _Beside) -> Question:
    """Put a band for each part of the domain before the options of a question."""
    most, decimals = limits(question)[1], decimals_of(question)
    made: dict[str, Option] = {}
    for cut, following in zip(cuts, [*cuts[1:], Cut(most + 1, most + 1)], strict=True):
        low, high = cut.most, following.least - 1
        label = label_of(question, cut, following)
        named = question.formerly.items()
        aliases = tuple(
            n for n, value in named if low <= Decimal(str(value)).scaleb(decimals) <= high
        )
        band = Band(label=label, least=low, most=high, since=cut.ending, until=following.ending)
        is_shared = beside.is_centre and cut.least not in beside.written
        told = {"beside": beside.other, "aliases": aliases, "is_shared": is_shared}
        band = band.model_copy(update=told)
        is_wide = high - low + 1 >= _LEAST
        if beside.other and is_wide:
            made |= _three(question, band, beside.asked[beside.other].ask)
        else:
            made[said_of(question, low + (beside.is_centre and is_wide))] = band
    return question.model_copy(update={"options": {**made, **question.options}})


def _three(question: Question, band: Band, other: str) -> dict[str, Option]:
    """Tell apart how values are to the answer to another question, in the same band."""
    found: dict[str, Option] = {}
    for more, order in enumerate(get_args(Order)):
        told = {"label": f"{band.label} {'<=>'[more]} {other}", "order": order}
        found[said_of(question, band.least + more)] = band.model_copy(update=told)
    return found


def _records(spans: Iterable[Compares]) -> dict[str, tuple[str, ...]]:
    """Name the records that answers are compared with, by question."""
    found: dict[str, set[str]] = {}
    for leaf in spans:
        named = {value for _, value in leaf.tests if value[0].isalpha()}
        found.setdefault(leaf.question, set()).update(v for v in named if not other_of(v))
    return {name: tuple(sorted(records)) for name, records in found.items()}


def _inside(question: Question, cuts: list[Cut], span: Span) -> frozenset[str]:
    """Name the bands that lie between two cuts."""
    starts = {cut.most for cut in cuts if span.first.least <= cut.least < span.end.least}
    return frozenset(name for name, band in bands(question) if band.least in starts)


def _ordered(questions: Mapping[str, Question], name: str, how: str) -> Condition:
    """Say for which bands of two questions the one is so to the other."""
    question = questions[name]
    other = next(band.beside for _, band in bands(question) if band.beside)
    if question.kind == "date":
        how = as_size(how, question.lies)
    wanted = FITTING[how]
    met: list[Condition | None] = []
    for theirs, there in bands(questions[other]):
        fitting = {key for key, here in bands(question) if order_of(here, there) in wanted}
        met += [joined([Is(other, frozenset({theirs})), Is(name, frozenset(fitting))])]
    return alternatives(met) or joined([])

"""What readers type, as choices: domains are cut into bands where conditions compare.

A band is an option whose id is its least value, so all that is proven of options is proven of
values, each witness is a value somebody can type, and a page prints bands where nothing can be
typed. A comparison becomes the answers of some bands. Of a day the value is how many days away it
is, so it moves with today and the bands do not.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from math import ceil, floor

from guideway.catalog import Catalog, Entry
from guideway.decisions.rewriting import with_conditions
from guideway.decisions.tailoring import conditions_in
from guideway.model.comparisons import DAYS, SIZES
from guideway.model.conditions import Compares, Is, leaves
from guideway.model.decisions import Decision
from guideway.model.questions import Option, Question
from guideway.model.records import Period, Threshold
from guideway.model.values import bands, decimals_of, limits, written
from guideway.problems import near
from guideway.source import Trail

Span = tuple[int, int]
"""The least and the largest value of a comparison, both included."""


def banded(catalog: Catalog) -> Catalog:
    """Cut what is typed into bands, in every decision of which all comparisons mean something."""
    found = {
        entry.name: _cut(catalog, entry)
        for entry in catalog.decisions
        if any(question.kind != "one" for question in entry.value.questions.values())
        and not any(_says_nothing(catalog, entry))
    }
    return replace(catalog, entries={**catalog.entries, **found}) if found else catalog


def compared(entry: Entry[Decision]) -> Iterator[tuple[Trail, Compares]]:
    """List the comparisons of a decision that are not cut into bands."""
    for trail, when in conditions_in(entry):
        yield from ((trail, leaf) for leaf in leaves(when) if isinstance(leaf, Compares))


def span_of(catalog: Catalog, decision: Decision, leaf: Compares) -> Span:
    """Give the values for which a comparison holds; a ValueError says why there are none."""
    question = decision.questions.get(leaf.question)
    if question is None:
        hint = near(leaf.question, decision.questions)
        raise ValueError(f"there is no question “{leaf.question}”{hint and f'; {hint}'}")
    if question.kind == "one":
        raise ValueError(f"nothing is typed to answer “{leaf.question}”: its `kind` is not said")
    known = DAYS if question.kind == "date" else SIZES
    low, high = limits(question)
    for how, value in leaf.tests:
        if how not in known:
            raise ValueError(f"a {question.kind} is compared with {', '.join(known)}")
        least, most = _ends(how, _size(catalog, question, value), question)
        low = low if least is None else max(low, least)
        high = high if most is None else min(high, most)
    return low, high


def _says_nothing(catalog: Catalog, entry: Entry[Decision]) -> Iterator[bool]:
    for _, leaf in compared(entry):
        try:
            span_of(catalog, entry.value, leaf)
        except ValueError:
            yield True


def _size(catalog: Catalog, question: Question, value: str) -> Decimal:
    """Give the number that is compared with, in the smallest unit that can be typed."""
    scale = decimals_of(question)
    if value[0] in "-0123456789":
        return Decimal(value).scaleb(scale)
    found = catalog.get(value)
    record = found.value if found else None
    if isinstance(record, Threshold):
        if record.unit != question.unit:
            raise ValueError(f"“{value}” counts {record.unit}, not {question.unit}")
        return Decimal(str(record.number)).scaleb(scale)
    if isinstance(record, Period):
        if record.unit != "day" or record.roll != "none" or question.kind == "money":
            raise ValueError(f"“{value}” is no fixed number of days")
        return Decimal(record.number - (record.counting == "same-day")).scaleb(scale)
    kinds = [*catalog.names("threshold"), *catalog.names("period")]
    hint = near(value, kinds)
    raise ValueError(f"there is no record “{value}”{hint and f'; {hint}'}")


def _ends(how: str, size: Decimal, question: Question) -> tuple[int | None, int | None]:
    """Say where the values begin and end; nothing where they are not bounded."""
    if how in {"before", "after"}:
        # Of two days in the past the earlier is further away.
        size = -size if question.lies == "past" else size
        is_further = (how == "before") == (question.lies == "past")
        how = "over" if is_further else "under"
    match how:
        case "under":
            return None, ceil(size) - 1
        case "over":
            return floor(size) + 1, None
        case "at_least":
            return ceil(size), None
        case "equals":
            return ceil(size), floor(size)
        case _:
            return None, floor(size)


def _cut(catalog: Catalog, entry: Entry[Decision]) -> Entry[Decision]:
    decision = entry.value
    found = [leaf for _, leaf in compared(entry)]
    spans = {leaf: span_of(catalog, decision, leaf) for leaf in found}
    questions = {
        name: _with_bands(question, {leaf: s for leaf, s in spans.items() if leaf.question == name})
        for name, question in decision.questions.items()
    }
    cut = decision.model_copy(update={"questions": questions})

    def answers(leaf: Is) -> Is:
        if not isinstance(leaf, Compares):
            return leaf
        low, high = spans[leaf]
        inside = (n for n, least, most in bands(questions[leaf.question]) if low <= least <= high)
        return Is(leaf.question, frozenset(inside))

    taken_in = tuple(
        sorted(repr((leaf.question, leaf.tests, span)) for leaf, span in spans.items())
    )
    return replace(entry, value=with_conditions(cut, answers), taken_in=taken_in)


def _with_bands(question: Question, spans: Mapping[Compares, Span]) -> Question:
    """Cut the domain of a question at both ends of every comparison."""
    if question.kind == "one":
        return question
    least, most = limits(question)
    inside = (span for span in spans.values() if span[0] <= span[1])
    cuts = {least, *(cut for low, high in inside for cut in (low, high + 1))}
    starts = sorted(cut for cut in cuts if least <= cut <= most)
    decimals = decimals_of(question)
    made: dict[str, Option] = {}
    for start, end in zip(starts, [*(cut - 1 for cut in starts[1:]), most], strict=True):
        low, high = written(start, decimals), written(end, decimals)
        span = low if low == high else f"{low}\u2013{high}"
        made[low] = Option(label=f"{span} {question.unit}")
    named = {value for leaf in spans for _, value in leaf.tests if value[0].isalpha()}
    records = tuple(sorted(named))
    return question.model_copy(
        update={"options": {**made, **question.options}, "cites": (*question.cites, *records)}
    )

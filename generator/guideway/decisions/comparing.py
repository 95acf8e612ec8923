"""The comparisons of a decision or a guide, and why some of them mean nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from guideway.catalog import Catalog, Entry
from guideway.decisions.cuts import Asking, Cut, span_of
from guideway.decisions.deriving import ToldElsewhereError, are_apart, lines_in
from guideway.decisions.tailoring import conditions_in
from guideway.model.comparisons import other_of
from guideway.model.conditions import Compares, leaves
from guideway.model.questions import Question
from guideway.source import Trail


@dataclass(frozen=True)
class Meaningless:
    """A comparison that means nothing, and why."""

    trail: Trail
    leaf: Compares
    why: str
    is_told: bool = False
    """Whether that is told where something is worked out."""


def compared(entry: Entry[Asking]) -> Iterator[tuple[Trail, Compares]]:
    """List the comparisons of a decision or a guide that are not cut into bands."""
    for trail, when in conditions_in(entry):
        yield from ((trail, leaf) for leaf in leaves(when) if isinstance(leaf, Compares))


def meaningless(catalog: Catalog, entry: Entry[Asking]) -> Iterator[Meaningless]:
    """List the comparisons that mean nothing, or not the same every day."""
    found = list(compared(entry))
    linked = _linked(catalog, entry.value, [leaf for _, leaf in found])
    cuts: dict[str, set[Cut]] = {}
    for trail, leaf in found:
        try:
            lines = lines_in(catalog, entry.value, [leaf])
            span = span_of(catalog, {**entry.value.questions, **lines}, leaf)
            known = cuts.setdefault(leaf.question, set())
            known |= {span.first, span.end}
            _in_order(leaf, known, is_alone=leaf.question not in linked)
        except ValueError as error:
            yield Meaningless(trail, leaf, str(error), isinstance(error, ToldElsewhereError))


def is_typed(question: Question) -> bool:
    """Say whether the answer to a question can be typed."""
    return question.range is not None


def others_of(compares: Iterable[Compares]) -> dict[str, str]:
    """Say with which other answer each question is compared, where bands and orders tell it."""
    leaves_ = list(compares)
    if are_apart(leaves_):
        return {}
    found = ((leaf.question, other_of(value)) for leaf in leaves_ for _, value in leaf.tests)
    return {name: other[0] for name, other in found if other}


def _linked(catalog: Catalog, asking: Asking, found: list[Compares]) -> set[str]:
    """Name the questions whose answers are looked at together with others."""
    linked: set[str] = set()
    for leaf in found:
        try:
            lines = lines_in(catalog, asking, [leaf])
        except ValueError:
            continue
        linked |= {name for line in lines.values() for name in line.formula.inputs}
    return linked


def _in_order(leaf: Compares, cuts: set[Cut], *, is_alone: bool) -> None:
    """Let a cut that moves pass no other, or nobody could say which of them comes first."""
    moving = [value for _, value in leaf.tests if value.startswith("period")]
    if not is_alone and any(cut.ending for cut in cuts):
        raise ValueError(
            "what is compared or worked out with another answer is within no period that moves"
        )
    for one, two in pairwise(sorted(cuts, key=lambda cut: (cut.least, cut.most))):
        if two.least <= one.most and one != two and (one.ending or two.ending):
            lies, moved = (one, two) if two.ending else (two, one)
            named = f"“{moving[0]}”" if moving else "a period"
            ends = f"{named} ends between {moved.least - 1} and {moved.most - 1} days on"
            raise ValueError(f"{ends}, and {lies.least} lies there too: no day tells their order")

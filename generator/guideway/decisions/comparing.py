"""The comparisons of a decision or a guide, and why some of them mean nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from guideway.catalog import Catalog, Entry
from guideway.decisions.cuts import Asking, Cut, span_of
from guideway.decisions.tailoring import conditions_in
from guideway.model.comparisons import ANSWER
from guideway.model.conditions import Compares, leaves
from guideway.model.questions import Question
from guideway.source import Trail


@dataclass(frozen=True)
class Meaningless:
    """A comparison that means nothing, and why."""

    trail: Trail
    leaf: Compares
    why: str


def compared(entry: Entry[Asking]) -> Iterator[tuple[Trail, Compares]]:
    """List the comparisons of a decision or a guide that are not cut into bands."""
    for trail, when in conditions_in(entry):
        yield from ((trail, leaf) for leaf in leaves(when) if isinstance(leaf, Compares))


def meaningless(catalog: Catalog, entry: Entry[Asking]) -> Iterator[Meaningless]:
    """List the comparisons that mean nothing, or not the same every day."""
    found = list(compared(entry))
    others = others_of(leaf for _, leaf in found)
    cuts: dict[str, set[Cut]] = {}
    for trail, leaf in found:
        try:
            span = span_of(catalog, entry.value, leaf)
            _is_star(leaf, others)
            known = cuts.setdefault(leaf.question, set())
            known |= {span.first, span.end}
            _in_order(leaf, known, is_alone=not _linked(leaf.question, others))
        except ValueError as error:
            yield Meaningless(trail, leaf, str(error))


def is_typed(question: Question) -> bool:
    """Say whether the answer to a question can be typed."""
    return question.range is not None


def others_of(compares: Iterable[Compares]) -> dict[str, list[str]]:
    """Say with which other answers each question is compared."""
    found: dict[str, list[str]] = {}
    for leaf in compares:
        for _, value in leaf.tests:
            if value.startswith(ANSWER):
                found.setdefault(leaf.question, []).append(value.removeprefix(ANSWER))
    return found


def _linked(name: str, others: Mapping[str, list[str]]) -> bool:
    return name in others or any(name in named for named in others.values())


def _is_star(leaf: Compares, others: Mapping[str, list[str]]) -> None:
    for _, value in leaf.tests:
        other = value.removeprefix(ANSWER)
        if not value.startswith(ANSWER):
            continue
        if other in others:
            raise ValueError(f"“{other}” is compared with an answer itself; compare with that")
        if other != others[leaf.question][0]:
            raise ValueError(f"“{leaf.question}” is compared with two answers; take one")


def _in_order(leaf: Compares, cuts: set[Cut], *, is_alone: bool) -> None:
    """Let a cut that moves pass no other, or nobody could say which of them comes first."""
    moving = [value for _, value in leaf.tests if value.startswith("period")]
    if not is_alone and any(cut.ending for cut in cuts):
        raise ValueError("what is compared with another answer is within no period that moves")
    for one, two in pairwise(sorted(cuts, key=lambda cut: (cut.least, cut.most))):
        if two.least <= one.most and one != two and (one.ending or two.ending):
            lies, moved = (one, two) if two.ending else (two, one)
            named = f"“{moving[0]}”" if moving else "a period"
            ends = f"{named} ends between {moved.least - 1} and {moved.most - 1} days on"
            raise ValueError(f"{ends}, and {lies.least} lies there too: no day tells their order")

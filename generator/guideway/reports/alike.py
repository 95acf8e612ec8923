"""The same mistake in many places is one problem, which names the others.

Who renames a record breaks every page that cites it: one thing was done, and one is to be done.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from guideway.problems import Place, Problem

_INSIDE = {"unknown-answer", "unknown-id", "unknown-target"}
"""What names something that there is not: in its own file, if nothing else could define it."""
_ACROSS = {"draft-target", "emergency-call"}
_PUBLISHED = "published-place"
"""What says of a place that is named elsewhere, too, that its address is lost."""
_MOST = 4
"""So many other places are named."""


def as_one(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Tell the first of those that say the same of several places, and where the others are.

    They come sorted by place, and what is an error stays one.
    """
    groups: dict[object, list[Problem]] = {}
    for number, problem in enumerate(sorted(problems)):
        groups.setdefault(_said(problem) or number, []).append(problem)
    for group in groups.values():
        named = [each for each in group if each.code != _PUBLISHED] or group
        first, *others = named
        told = _with(first, [other.place for other in others]) if others else first
        yield told if len(named) == len(group) else _kept(told)


def _said(problem: Problem) -> tuple[str, ...] | None:
    if "/#" in problem.about:
        return problem.about, problem.level
    if problem.code in _ACROSS or (problem.code in _INSIDE and problem.misses):
        return problem.code, problem.level, problem.message
    if problem.code in _INSIDE:
        return problem.code, problem.level, problem.message, problem.place.path
    return None


def _kept(problem: Problem) -> Problem:
    """Say of a place that has another name now what its old address needs."""
    name = problem.about.partition("#")[2].partition("-")[2]
    also = f"it was published: whatever says it now keeps `aliases: [{name}]`"
    return replace(
        problem, hint=f"{problem.hint}{' ' if problem.hint.endswith('?') else '; '}{also}"
    )


def _with(problem: Problem, others: list[Place]) -> Problem:
    named = [
        f"line {place.line}" if place.path == problem.place.path else f"{place.path}:{place.line}"
        for place in others
    ]
    named = list(dict.fromkeys(named))
    more = len(named) - _MOST
    shown = ", ".join(named[:_MOST]) + (f" and {more} more places" if more > 1 else "")
    shown += f", {named[-1]}" if more == 1 else ""
    asks = problem.hint.endswith("?")
    also = f"{'The' if asks else 'the'} same stands in {shown}"
    return replace(problem, hint=f"{problem.hint}{' ' if asks else '; '}{also}".lstrip("; "))

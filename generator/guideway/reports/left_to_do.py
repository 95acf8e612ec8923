"""A mark of unfinished work where no text belongs is told as what it is: something left to do."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from guideway.catalog import Catalog
from guideway.problems import Problem
from guideway.rules.unfinished import is_mark, of_mark

_WANTED: dict[str, Callable[[Problem], str]] = {
    "wrong-type": lambda problem: problem.message.partition(", not ")[0],
    "unknown-value": lambda problem: f"it is {problem.message.partition(' is not ')[2]}",
    "bad-value": lambda problem: "" if problem.mends else problem.hint,
}
"""Code → what belongs there."""


def as_unfinished(catalog: Catalog, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Say of a number, a day, an id or a choice that it is not written yet, if that is written."""
    for problem in problems:
        place, wanted = problem.place, _WANTED.get(problem.code)
        written = place.text[place.column - 1 : place.column - 1 + place.length].strip("'\"")
        if wanted is None or not is_mark(catalog, written):
            yield problem
        else:
            hint = wanted(problem) or "write it"
            yield replace(of_mark(place, written, hint), level=problem.level)

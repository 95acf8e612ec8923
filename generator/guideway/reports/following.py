"""What only follows from another mistake is not told: one mistake is one problem."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from guideway.problems import MEANT, Place, Problem
from guideway.problems.files.slips import wrong_indent
from guideway.source import Document

_MISSED = {
    *("golden-coverage", "golden-path", "no-route", "unknown-answer", "unknown-id"),
    *("unknown-target", "unreachable", "unused-blank", "unused-case", "unused-question"),
    *("blank-day", "unused-input"),
}
"""What may only follow from something anywhere in the same file that could not be read."""
_LACKING = {
    *("empty-alternative", "empty-outcome", "no-next-route"),
    *("option-without-target", "uncounted-deadline"),
}
"""What may only follow from something in the same entry."""
_WHOLE = {"odd-space", "unknown-value"}
"""What is wrong and loses nothing."""
_IN_TEXTS = {"cut-text", "odd-comma", "odd-remark"}
"""What is wrong with a text, so that nothing else in its line is looked at yet."""
_EDGE = 3
"""In lists of ids, an id stands in this column at most."""
_FAR = 5
"""So many lines may lie between a key and what belongs below it: remarks, empty lines."""


@dataclass(frozen=True)
class _Lost:
    """What could not be read: the lines where it stands, by file."""

    lines: Mapping[str, AbstractSet[int]]
    keys: AbstractSet[tuple[str, str]]
    """Files, and keys in them whose line is lost."""
    edges: AbstractSet[str]
    """Files in which an id may be lost."""
    documents: Mapping[str, Document]

    def follows(self, problem: Problem) -> bool:
        """Whether what is missed may stand where something could not be read: that is told."""
        lost = self.lines.get(problem.place.path, frozenset())
        if problem.code == "unused-media":
            guides = (path for path in self.lines if path.startswith("content/guides/"))
            return any(any(self.lines[path]) for path in guides)
        if problem.code in _LACKING:
            named = problem.message.partition("“")[2].partition("”")[0]
            return (problem.place.path, named) in self.keys or any(
                line in lost for line in self._entry(problem.place)
            )
        if problem.hint.startswith(MEANT):
            return False  # a slip of its own
        if problem.misses:
            return any(path.startswith(problem.misses) for path in self.edges)
        return problem.code in _MISSED and bool(lost)

    def _entry(self, place: Place) -> range:
        """The lines of what begins in a line: until one that is indented no further."""
        found = self.documents.get(place.path)
        lines = found.text.split("\n") if found else []
        depth = _depth(place.text)
        for number in range(place.line, len(lines)):
            if lines[number].strip() and _depth(lines[number]) <= depth:
                return range(place.line, number + 1)
        return range(place.line, len(lines) + 1)


def without_followers(
    unreadable: Iterable[Problem], more: Iterable[Problem], documents: Mapping[str, Document]
) -> set[Problem]:
    """Keep what could not be read, and of what rules found what does not follow from it."""
    told = set(_without_moved(list(_as_one(sorted(unreadable)))))
    said = {_spot(problem) for problem in told}
    cut = {_line(problem) for problem in told if problem.code in _IN_TEXTS}
    found_by_rules = tuple(more)
    twice = (problem for problem in found_by_rules if problem.code == "repeated-id")
    lost = [each.place for each in (*told, *twice) if each.code not in _WHOLE]
    lines = {place.path: {each.line for each in lost if each.path == place.path} for place in lost}
    edges = {place.path for place in lost if place.column <= _EDGE or place.path not in documents}
    keys = {(each.place.path, _key(each.place)) for each in told}
    found = _Lost(lines, keys, edges, documents)
    rest = {
        problem
        for problem in found_by_rules
        if _spot(problem) not in said and _line(problem) not in cut and not found.follows(problem)
    }
    sure = [problem for problem in told if problem.level == "error"]
    others = {_line(problem) for problem in (*sure, *rest)}
    return rest | {each for each in told if each.level == "error" or _line(each) not in others}


def _key(place: Place) -> str:
    return place.text.partition(":")[0].strip()


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _spot(problem: Problem) -> tuple[str, int, int]:
    """Where a problem is: what could not be read there is not checked as well."""
    return problem.place.path, problem.place.line, problem.place.column


def _line(problem: Problem) -> tuple[str, int]:
    return problem.place.path, problem.place.line


def _as_one(problems: list[Problem]) -> Iterator[Problem]:
    """A key with nothing below it, and an unknown one in the same column: that belongs there."""
    above: Problem | None = None
    for problem in problems:
        if above and _belongs(above, problem):
            right = " " * (_depth(problem.place.text) + 2) + problem.place.text.strip()
            yield wrong_indent(problem.place, "this line starts too far left", right)
            above = None
            continue
        if above:
            yield above
        above = problem
    if above:
        yield above


def _without_moved(problems: list[Problem]) -> Iterator[Problem]:
    """A key is not missing where it stands further down, in another column."""
    moved = {
        (problem.place.path, _key(problem.place))
        for problem in problems
        if problem.code in {"wrong-indent", "unknown-key"}
    }
    for problem in problems:
        key = problem.message.partition("“")[2].partition("”")[0]
        if problem.code != "missing-key" or (problem.place.path, key) not in moved:
            yield problem


def _belongs(above: Problem, problem: Problem) -> bool:
    first, second = above.place, problem.place
    return (
        (above.code, problem.code) == ("nothing-here", "unknown-key")
        and first.path == second.path
        and 0 < second.line - first.line <= _FAR
        and _depth(first.text) == _depth(second.text)
    )

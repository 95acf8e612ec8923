"""What only follows from another mistake is not told: one mistake is one problem."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from guideway.problems import Meant, Place, Problem
from guideway.problems.files.slips import wrong_indent
from guideway.source import Document

_MISSED = {"blank-day", "unknown-answer", "unknown-id", "unknown-target", "worked-example"}
"""What may only follow from something anywhere in the same file that could not be read."""
_CAUSES = {
    "formula",
    "hidden-route",
    "repeated-id",
    "unasked-answer",
    "uncounted-deadline",
    "unknown-answer",
    "unknown-id",
    "unknown-target",
}
"""What rules find that others may follow from, as from what could not be read."""
_FOLLOWING = {
    *("condition-always", "condition-never", "golden-coverage", "golden-path"),
    *("no-route", "refused-answer", "same-options", "unreachable", "unused-blank", "unused-case"),
    *("unhanded-answer", "unused-input", "unused-question"),
}
"""What may only follow from a cause, or from something anywhere in the same file."""
_FEW_CAUSES: Mapping[str, AbstractSet[str]] = {
    "formula": {"unknown-id"},
    "blank-day": {"uncounted-deadline"},
}
"""What may follow from these alone."""
_LACKING = {
    *("empty-alternative", "empty-outcome", "no-next-route", "odd-channel"),
    *("option-without-target", "said-twice", "table-shape", "uncounted-deadline"),
}
"""What may only follow from something in the same entry."""
_GUIDES = "content/guides/"
_OF_PAGES, _PAGES = {"uncorrected-mistake", "unused-media"}, (_GUIDES, "content/warnings/")
"""What may only follow from something that is wrong with a page, or from a page that is gone."""
_OF_RECORDS, _RECORDS = {"formula", "strange-path"}, "content/records/"
"""What may only follow from something that is wrong with a record."""
_WHOLE = {"odd-space", "unknown-value"}
"""What is wrong and loses nothing."""
_IN_TEXTS = {"cut-text", "folded-text", "odd-comma", "odd-remark", "odd-space", "wrong-sign"}
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
    causes: AbstractSet[tuple[str, str]]
    """Files in which a rule has found something that others follow from, and the code of it."""
    meant: AbstractSet[tuple[str, str]]
    """Files, and the ids in them for which something else was written."""
    wrong: AbstractSet[str]
    """Files in which something could not be read, or is no value that can be."""
    documents: Mapping[str, Document]
    is_page_gone: bool
    """Whether something leads to a guide or a warning that there is not."""

    def follows(self, problem: Problem) -> bool:
        """Whether what is missed may stand where something could not be read: that is told."""
        if problem.code in _LACKING:
            return self._is_lacking(problem)
        if isinstance(problem.hint, Meant):
            return False  # a slip of its own
        if problem.misses:
            return any(path.startswith(problem.misses) for path in self.edges)
        return self._is_of_another(problem) or self._is_of_its_file(problem)

    def _is_lacking(self, problem: Problem) -> bool:
        """Whether something could not be read in the same entry, or what it is about could not."""
        lost = self.lines.get(problem.place.path, frozenset())
        is_known = (problem.place.path, problem.about) in self.keys
        return is_known or any(line in lost for line in self._entry(problem.place))

    def _is_of_another(self, problem: Problem) -> bool:
        """Whether it may follow from something in another file."""
        if problem.code in _OF_PAGES:
            pages = (lost for path, lost in self.lines.items() if path.startswith(_PAGES))
            return self.is_page_gone or any(map(any, pages))  # line 0 is a file that is none
        return problem.code in _OF_RECORDS and any(path.startswith(_RECORDS) for path in self.wrong)

    def _is_of_its_file(self, problem: Problem) -> bool:
        path, code = problem.place.path, problem.code
        causes = _CAUSES if code in _FOLLOWING else _FEW_CAUSES.get(code, frozenset())
        if (path, problem.about) in self.meant:
            return True
        may_follow = code in _MISSED or bool(causes)
        return may_follow and (
            bool(self.lines.get(path)) or any((path, each) in self.causes for each in causes)
        )

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
    told = set(_without_moved(list(_as_one(_told_once(sorted(unreadable))))))
    said = {_spot(problem) for problem in told}
    cut = {_line(problem) for problem in told if problem.code in _IN_TEXTS}
    found_by_rules = tuple(more)
    twice = (problem for problem in found_by_rules if problem.code == "repeated-id")
    lost = [each.place for each in (*told, *twice) if each.code not in _WHOLE]
    lines = {place.path: {each.line for each in lost if each.path == place.path} for place in lost}
    edges = {place.path for place in lost if place.column <= _EDGE or place.path not in documents}
    keys = {(each.place.path, _key(each.place)) for each in told}
    causes = {(each.place.path, each.code) for each in found_by_rules if each.code in _CAUSES}
    slips = ((each.place.path, each.hint) for each in found_by_rules)
    meant = {(path, hint.meant) for path, hint in slips if isinstance(hint, Meant) and hint.meant}
    wrong = {each.place.path for each in told}
    begun = {_spot(each) for each in found_by_rules if each.code == "unfinished"}
    is_page_gone = any(each.misses in _PAGES for each in found_by_rules)
    found = _Lost(lines, keys, edges, causes, meant, wrong, documents, is_page_gone)
    rest = {
        problem
        for problem in found_by_rules
        if _spot(problem) not in (said if problem.code == "unfinished" else said | begun)
        and _line(problem) not in cut
        and not found.follows(problem)
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


def _told_once(problems: list[Problem]) -> list[Problem]:
    """Of the entries of a list that are wrong alike, in one line, the first is told."""
    alike = [each for each in problems if each.code == "wrong-type"]
    first = {(_line(each), each.message): each for each in reversed(alike)}.values()
    return sorted([each for each in problems if each.code != "wrong-type"] + [*first])


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
        is_moved = (problem.place.path, problem.about) in moved
        if problem.code != "missing-key" or not is_moved:
            yield problem


def _belongs(above: Problem, problem: Problem) -> bool:
    first, second = above.place, problem.place
    return (
        (above.code, problem.code) == ("nothing-here", "unknown-key")
        and first.path == second.path
        and 0 < second.line - first.line <= _FAR
        and _depth(first.text) == _depth(second.text)
    )

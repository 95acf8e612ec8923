"""One file: bytes → Document, or Unread with the reason."""

from collections.abc import Iterator

import yaml
from yaml.error import Mark

from guideway.problems import Place, Problem
from guideway.problems.files.syntax import not_a_mapping, yaml_syntax
from guideway.problems.files.text import empty_file
from guideway.source.compose import Composer
from guideway.source.decode import LINE_BREAK, decode
from guideway.source.diagnosis import slips
from guideway.source.document import Document, Unread
from guideway.source.slips import (
    broken_lines,
    odd_spaces,
    separators,
    with_spaces,
    without_separators,
)

_HINTS = {
    "mapping values are not allowed": "a text that contains “: ” needs quotes around it",
    "found character that cannot start any token": "indent with spaces, not with tabs; "
    "a text that starts with @, ` or % needs quotes",
    "found unexpected end of stream": "a quote or a bracket is opened and never closed",
    "did not find expected key": "check the indentation, and that every quote is closed",
    "did not find expected node content": "a bracket is opened and never closed",
    "did not find expected ',' or": "a bracket is never closed, a comma is missing, "
    "or a text with [ ] { } or a comma inside brackets has no quotes around it",
    "did not find expected '-' indicator": "entries of a list start in the same column",
}


def read(path: str, content: bytes) -> Document | Unread:
    """Read one file; what could be stepped over is in the document's own problems."""
    text = decode(path, content)
    if isinstance(text, Problem):
        return Unread(path, (text,))
    parted = list(separators(path, text))
    text = without_separators(text)
    lines = tuple(LINE_BREAK.split(text))
    broken = tuple(broken_lines(path, lines))
    if broken:
        return Unread(path, (*parted, *broken))
    if odd := list(odd_spaces(path, lines)):
        text = with_spaces(text)
        lines = tuple(LINE_BREAK.split(text))
    composer = Composer(path, lines, [*parted, *odd])
    stopped = _compose(composer, text)
    if stopped:
        return Unread(path, (*_before(composer.problems, stopped[0].place), *stopped))
    return _document(composer, text)


def _before(problems: list[Problem], stopped: Place) -> Iterator[Problem]:
    """What was told before the reader stopped; nothing was only missed where it did."""
    for problem in problems:
        is_same = problem.code == "wrong-indent" and problem.place.line == stopped.line
        is_open = problem.code == "folded-text"  # by a quote or bracket that nobody closed
        if not (is_same or is_open) and (
            problem.code != "nothing-here" or problem.place.line < stopped.line - 1
        ):
            yield problem


def _compose(composer: Composer, text: str) -> tuple[Problem, ...]:
    """Let the composer take the whole text, or say why it could not."""
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            fault = composer.take(event)
            if fault is not None:
                return (fault,)
    except yaml.MarkedYAMLError as error:
        return _why(composer, error)
    return ()


def _why(composer: Composer, error: yaml.MarkedYAMLError) -> tuple[Problem, ...]:
    """A slip that explains the error is told instead of it."""
    mark = _mark(error)
    stopped = error.problem_mark.line if error.problem_mark else len(composer.lines) - 1
    opened = error.context_mark.line if error.context_mark else stopped
    found = tuple(slips(composer.path, composer.lines, opened, stopped))
    if found:
        return found
    what = error.problem or "something is wrong here"
    hint = next((hint for start, hint in _HINTS.items() if what.startswith(start)), "")
    return (yaml_syntax(_place(composer, mark), what, hint),)


def _mark(error: yaml.MarkedYAMLError) -> Mark | None:
    """Where the reader gave up, or the bracket or quote that was left open lines ago."""
    opened, stopped = error.context_mark, error.problem_mark
    is_open = (error.context or "").startswith(("while parsing a flow", "while scanning a quoted"))
    if is_open and opened and stopped and opened.line != stopped.line:
        return opened
    return stopped


def _place(composer: Composer, mark: Mark | None) -> Place:
    if mark is None:
        return Place(composer.path)
    if mark.line < len(composer.lines) and composer.lines[mark.line]:
        line = composer.lines[mark.line]
        return Place(composer.path, mark.line + 1, mark.column + 1, 1, line)
    last = max((n for n, line in enumerate(composer.lines) if line.strip()), default=0)
    line = composer.lines[last]
    return Place(composer.path, last + 1, max(1, len(line.rstrip())), 1, line)


def _document(composer: Composer, text: str) -> Document | Unread:
    problems, broken = tuple(composer.problems), frozenset(composer.broken)
    found = Document(composer.path, composer.data, text, problems, broken)
    if isinstance(found.data, dict):
        return found
    if found.data is None and not found.problems:
        return Unread(found.path, (*found.problems, empty_file(Place(found.path))))
    if found.problems:
        return Unread(found.path, found.problems)
    kind = "a list" if isinstance(found.data, list) else "a single value"
    return Unread(found.path, (*found.problems, not_a_mapping(found.place(()), kind)))

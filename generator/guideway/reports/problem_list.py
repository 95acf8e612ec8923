"""Problems for people, for GitHub and for programs."""

import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import asdict

from guideway.problems import Place, Problem

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Signs that would move the cursor or turn the text around; a terminal must not obey them."""

_BYTES = re.compile("[\ud800-\udfff]")
"""How Python shows the bytes of a file name that is not UTF-8; nothing can be written with them."""

_LONGEST = 400
"""Characters of a message that are shown; an author can write a key of any length."""

_LINE = 2_000
"""Characters of a source line that programs are given."""

_WIDTH = 100
"""Columns of the source line that are shown around the place."""


def as_text(problems: Sequence[Problem]) -> str:
    """Show each problem with its source line, a caret below the place, and the hint."""
    return "\n\n".join(_text(problem) for problem in problems) + "\n\n" + count(problems)


def as_github(problems: Sequence[Problem]) -> str:
    """Give one annotation per problem, as GitHub Actions reads them from the log."""
    return "\n".join(_github(problem) for problem in problems)


def as_json(problems: Sequence[Problem]) -> str:
    """Give a list of objects: path, line, column, length, text, message, code, hint.

    Of a line longer than `_LINE` characters, `text` holds so many; `column` may lie beyond them.
    """
    rows = [{**_place(problem.place), **_words(problem)} for problem in problems]
    return json.dumps(rows, ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}


def count(problems: Sequence[Problem]) -> str:
    """Say how many problems there are in how many files."""
    files = len({problem.place.path for problem in problems})
    sure = sum(bool(problem.mends) for problem in problems)
    mends = f"“guideway fix” mends {sure} of them, " if sure else ""
    return (
        f"{len(problems)} problem{'s' if len(problems) > 1 else ''} "
        f"in {files} file{'s' if files > 1 else ''}; {mends}“guideway explain CODE” tells more"
    )


def shown(text: str) -> str:
    """Make a text fit for a terminal: no signs it would obey, and no more of it than helps."""
    visible = _UNSEEN.sub("\ufffd", text)
    return visible if len(visible) <= _LONGEST else visible[:_LONGEST] + "…"


def _text(problem: Problem) -> str:
    place = problem.place
    path = shown(place.path)
    where = f"{path}:{place.line}:{place.column}" if place.line else path
    level = "" if problem.level == "error" else "warning: "
    lines = [f"{where}: {level}{shown(problem.message)} [{problem.code}]"]
    margin = " " * (len(str(place.line)) + 2)
    if place.line:
        excerpt, caret = _excerpt(place)
        lines += [f"  {place.line} | {excerpt}", f"{margin} | {caret}"]
    if problem.answers:
        lines.append(f"{margin} = answers: {shown(problem.shown_by)}")
    if problem.hint:
        lines.append(f"{margin} = hint: {shown(problem.hint)}")
    return "\n".join(lines)


def _excerpt(place: Place) -> tuple[str, str]:
    """Cut a long line around the place; the caret is as wide as a terminal draws the text."""
    start = max(0, place.column - 1 - _WIDTH // 2) if len(place.text) > _WIDTH else 0
    line = place.text[start : start + 2 * _WIDTH]
    text = _UNSEEN.sub("\ufffd", line.replace("\t", " "))
    shown = text[:_WIDTH].rstrip()
    before, after = text[: place.column - 1 - start], text[place.column - 1 - start :]
    marked = after[: place.length][: _WIDTH // 2]
    return shown, " " * display_width(before) + "^" * max(1, display_width(marked))


def display_width(text: str) -> int:
    """Count the terminal columns of a text: two for a wide character, none for a combining one."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or character in "\u200b\u200d\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _place(place: Place) -> dict[str, object]:
    return {**asdict(place), "path": _BYTES.sub("\ufffd", place.path), "text": place.text[:_LINE]}


def _words(problem: Problem) -> dict[str, str]:
    said = {"message": problem.message, "code": problem.code, "hint": problem.hint}
    return {**said, "level": problem.level, "answers": problem.shown_by}


def _github(problem: Problem) -> str:
    place = problem.place
    spot = f",line={place.line},col={place.column}" if place.line else ""
    message = problem.message + (f" (answers: {problem.shown_by})" if problem.answers else "")
    message += f" (hint: {problem.hint})" if problem.hint else ""
    title = _escape(problem.code).replace(":", "%3A").replace(",", "%2C")
    path = _escape(place.path).replace(":", "%3A").replace(",", "%2C")
    return f"::{problem.level} file={path}{spot},title={title}::{_escape(message)}"


def _escape(text: str) -> str:
    return _BYTES.sub("\ufffd", text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

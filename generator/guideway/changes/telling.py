"""What has changed, for a terminal, a pull request, GitHub's annotations, and programs."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

from guideway.changes.change import Change
from guideway.changes.paths import REFUSED
from guideway.model.inline import escaped

_WIDTH = 90
"""So many characters of a value are shown."""
_NOTHING = "nothing has changed for readers"


def as_text(changes: Sequence[Change]) -> str:
    """Show each page with what has changed on it."""
    parts = []
    for title, of_page in _by_page(changes):
        lines = [f"{of_page[0].address}  {_cut(title)}"]
        lines += [f"  {line}" for change in of_page for line in _lines(change)]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) or _NOTHING


def as_markdown(changes: Sequence[Change]) -> str:
    """Write it for the people who look at a pull request."""
    parts = [f"### For readers: {_count(changes)}"]
    for title, of_page in _by_page(changes):
        lines = [f"**{escaped(_cut(title))}** (`{of_page[0].address}`)", ""]
        for change in of_page:
            first, *rest = _lines(change)
            lines += [f"- {escaped(first)}", *(f"  {escaped(line.strip())}" for line in rest)]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def as_github(changes: Sequence[Change]) -> str:
    """Give one annotation for each change that stands in a file."""
    return "\n".join(_notice(change) for change in changes if change.path) or _NOTHING


def as_json(changes: Sequence[Change]) -> str:
    """Give a list of objects with the fields of Change."""
    return json.dumps([asdict(change) for change in changes], ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Sequence[Change]], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
    "github": as_github,
}


def _by_page(changes: Sequence[Change]) -> Iterator[tuple[str, list[Change]]]:
    for _, row in groupby(sorted(changes, key=lambda each: each.name), key=lambda e: e.name):
        of_page = list(row)
        yield of_page[0].title, of_page


def _lines(change: Change) -> list[str]:
    """One change in a line, and the pages that it reaches in another."""
    where = change.where or "all of it"
    if change.what == "ends":
        lines = [f"{where}{_ends(change)}"]
    elif change.what in {"changed", "moved"}:
        lines = [f"{where}: {_cut(change.before)} → {_cut(change.after)}"]
    else:
        lines = [f"{where} {change.what}: {_cut(change.before or change.after)}"]
    if change.pages:
        reached = _counted(len(change.pages), "page")
        lines.append(f"  reaches {reached}: {', '.join(change.pages)}")
    return lines


def _ends(change: Change) -> str:
    """Say where answers lead; nothing where that was not compared."""
    if REFUSED in {change.before, change.after}:
        return f": {'refused now' if change.after else 'refused no more'}"
    return f": ends at {change.after}, before at {change.before}" if change.after else ""


def _count(changes: Sequence[Change]) -> str:
    pages = len({change.name for change in changes})
    if not changes:
        return _NOTHING
    return f"{_counted(len(changes), 'change')} on {_counted(pages, 'page')}"


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _cut(text: str) -> str:
    return text if len(text) <= _WIDTH else text[:_WIDTH] + "…"


def _notice(change: Change) -> str:
    message = "%0A".join(line.strip().replace("%", "%25") for line in _lines(change))
    title = change.address.replace(":", "%3A").replace(",", "%2C")
    return f"::notice file={change.path},line={max(change.line, 1)},title={title}::{message}"

"""Content with what has one right answer mended: problems that carry it, and the layout of files.

Files are edited by place, never written anew from what was read: remarks, quotes and line breaks
that no mend is about stay as their author wrote them, and a file that cannot be read yet is mended
as well.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from difflib import unified_diff
from itertools import groupby

from guideway.catalog import ContentFiles
from guideway.catalog.load import file_of
from guideway.catalog.load.fields import key_order
from guideway.problems import Mend, Problem
from guideway.reports.examination import examine
from guideway.source import Document, read
from guideway.source.decode import decode
from guideway.source.layout import ordered, tidied

_ROUNDS = 8
"""What is mended may show what was hidden behind it; so often it is looked at again."""
_PAGES = ("content/guides/", "content/decisions/", "content/warnings/")


def mended(shelf: ContentFiles, day: date, today: date) -> Mapping[str, bytes]:
    """Give the files that change, as they should be: path → content."""
    files = {path: _laid_out(path, content) for path, content in shelf.files.items()}
    for _ in range(_ROUNDS):
        _, problems = examine(replace(shelf, files=files), day, today)
        edits = dict(_by_file(problem for problem in problems if problem.place.path in files))
        if not edits:
            break
        files |= {path: _edited(files[path], mends) for path, mends in edits.items()}
    files = {path: _in_order(path, content) for path, content in files.items()}
    return {path: content for path, content in files.items() if content != shelf.files[path]}


def mended_file(shelf: ContentFiles, path: str, content: bytes, today: date) -> bytes:
    """Give a new file as it should be; it is held against what all pages share, not against them.

    Nothing leads to it yet, and what it says wrongly it says whatever other pages say.
    """
    shared = {name: text for name, text in shelf.files.items() if not name.startswith(_PAGES)}
    alone = replace(shelf, files={**shared, path: content}, media={})
    return mended(alone, today, today).get(path, content)


def difference(path: str, before: bytes, after: bytes) -> str:
    """Show what changes in a file, as a unified diff."""
    old, new = (
        content.decode("utf-8", errors="replace").splitlines(keepends=True)
        for content in (before, after)
    )
    return "".join(unified_diff(old, new, f"a/{path}", f"b/{path}"))


def _laid_out(path: str, content: bytes) -> bytes:
    """A file with other line ends or spaces at the end of lines; one that is no text is left."""
    text = decode(path, content)
    if isinstance(text, Problem) or not text.strip():
        return content
    tidy = tidied(text)
    return tidy.encode() if _same(path, text, tidy) else content


def _in_order(path: str, content: bytes) -> bytes:
    filed = file_of(path)
    text = decode(path, content)
    if isinstance(filed, Problem) or filed.part is None or isinstance(text, Problem):
        return content
    sorted_ = ordered(text, key_order(filed.part))
    return sorted_.encode() if sorted_ != text and _same(path, text, sorted_) else content


def _same(path: str, one: str, other: str) -> bool:
    """Whether two texts say the same; if they cannot be read, that is not known of their layout."""
    first, second = (read(path, text.encode()) for text in (one, other))
    if isinstance(first, Document) and isinstance(second, Document):
        return first.data == second.data
    return type(first) is type(second) and one.split() == other.split()


def _by_file(problems: Iterable[Problem]) -> Iterator[tuple[str, list[Mend]]]:
    """The mends of each file that has some, each piece of a line once, from the end."""
    found = sorted((p.place.path, mend) for p in problems for mend in p.mends)
    for path, pairs in groupby(found, key=lambda pair: pair[0]):
        mends: list[Mend] = []
        for _, mend in pairs:
            last = mends[-1] if mends else None
            if last is None or last.line < mend.line or last.column + last.length <= mend.column:
                mends.append(mend)
        yield path, mends[::-1]


def _edited(content: bytes, mends: Iterable[Mend]) -> bytes:
    lines = content.decode("utf-8-sig").split("\n")
    for mend in mends:
        line, start = lines[mend.line - 1], mend.column - 1
        lines[mend.line - 1] = f"{line[:start]}{mend.text}{line[start + mend.length :]}"
    return "\n".join(lines).encode()

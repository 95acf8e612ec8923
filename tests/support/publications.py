"""What a strict reader is left with of each published file: blocks of text, and objects of data.

Links, looks and scripts are gone, as in a host that lets little through; words stay. What a
reader, a feed or a model takes out of a page alone is never smaller than a block.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from tests.support.data import as_data

Piece = str | dict[str, Any]
"""A text that is read on its own, or an object of data."""

_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "br", "button", "code", "em", "i", "img", "input", "label", "mark"}
    | {"q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr"}
)
_NOT_READ = frozenset({"script", "style"})
_MARKUP = re.compile(r"<(p|div|h[1-6]|ul|ol|li)[ >]")
_ENDINGS = (".html", ".json", ".js", ".md", ".txt", ".xml", ".yaml", ".ics", ".webmanifest")
_NO_WORDS = dict.fromkeys(map(ord, " \t\n\r\u3000\xa0\u200b*\\_`>#"))
_BESIDE = ("search/",)
"""The search has its own tests: what it shows is put together in the browser."""


class _Blocks(HTMLParser):
    """Cuts HTML wherever an element begins or ends that stands on lines of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = [""]
        self.data: list[str] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.blocks.append("")
        self.blocks[-1:-1] = [value for _, value in attrs if value]
        if tag in _NOT_READ:
            self._silent = tag
            self.data.append("" if ("type", "application/ld+json") in attrs else "//")

    def handle_endtag(self, tag: str) -> None:
        self._silent = "" if tag == self._silent else self._silent
        if tag not in _INLINE:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if self._silent:
            self.data[-1] += data
        else:
            self.blocks[-1] += data


def is_markup(text: str) -> bool:
    """Say whether a text among data is HTML."""
    return bool(_MARKUP.search(text))


@dataclass(frozen=True)
class File:
    """A published file with words in it."""

    name: str
    text: str

    def pieces(self) -> Iterator[Piece]:
        """List what is read of it on its own."""
        return _pieces(self.name.rpartition(".")[2], self.text)


def published(site: Path) -> Iterator[File]:
    """Read every file of a finished site that has words in it, those in archives too."""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        if path.suffix == ".zip":
            with ZipFile(path) as archive:
                inside = {each: archive.read(each) for each in archive.namelist()}
            read = {each: found for each, found in inside.items() if _is_read(each)}
            yield from (File(each, found.decode()) for each, found in read.items())
        elif _is_read(name):
            yield File(name, path.read_text("utf-8"))


def _is_read(name: str) -> bool:
    return name.endswith(_ENDINGS) and not any(f"/{room}" in f"/{name}" for room in _BESIDE)


def flat(text: str) -> str:
    """Leave out what does not change the words: white space, and the signs of Markdown."""
    return text.translate(_NO_WORDS)


def _pieces(ending: str, text: str) -> Iterator[Piece]:
    if ending == "html":
        yield from _of_html(text)
    elif ending in {"json", "webmanifest"}:
        yield from _of_data(json.loads(text))
    elif ending == "yaml":
        yield from _of_data(as_data(text))
    elif ending == "xml":
        yield from re.split(r"<[^>]*>", text)
    else:
        yield from re.split(r"\n\s*\n|\n(?=\s*[-#>\d])", text)


def _of_html(text: str) -> Iterator[Piece]:
    reader = _Blocks()
    reader.feed(text)
    reader.close()
    yield from reader.blocks
    for data in reader.data:
        yield from [data] if data.startswith("//") else _of_data(json.loads(data))


def _of_data(data: Any) -> Iterator[Piece]:
    if isinstance(data, dict):
        yield data
        for value in data.values():
            if isinstance(value, dict | list):
                yield from _of_data(value)
            elif isinstance(value, str) and is_markup(value):
                yield from _of_html(value)
    elif isinstance(data, list):
        for value in data:
            yield from _of_data(value) if isinstance(value, dict | list) else [str(value)]

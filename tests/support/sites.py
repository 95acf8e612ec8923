"""Copies of projects to build in, and what the tests read from a finished page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

from click.testing import CliRunner

from guideway.cli import main

ROOT = Path(__file__).parents[2]
DECIDED = "guideway: {licence: {name: All rights reserved}, language: zh-CN}\n"
"""What settings say at least, besides the name of the site."""


def copy_project(origin: Path, place: Path) -> Path:
    """Copy what an author has: the content, the settings and words of their own."""
    shutil.copytree(origin / "content", place / "content")
    for name in ("mkdocs.yml", "words.yaml"):
        if (origin / name).exists():
            shutil.copyfile(origin / name, place / name)
    return place


def guideway(*arguments: str | Path, locale: str = "C.UTF-8") -> subprocess.CompletedProcess[str]:
    """Run the program as a person would, and give its exit code and what it said."""
    return subprocess.run(
        [sys.executable, "-m", "guideway", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "LC_ALL": locale},
        check=False,
    )


def command(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the program in this process, for tests of what it says: its start costs most."""
    done = CliRunner().invoke(main, [*map(str, arguments)], catch_exceptions=False)
    return subprocess.CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def place_of(fragment: str) -> str:
    """Give the id in a fragment: what is behind its `?` are answers."""
    return fragment.partition("?")[0]


class Reader(HTMLParser):
    """What is in a page: tags, ids, links, resources, words."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.resources: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of an element."""
        self.tags.append(tag)
        found = {name: value or "" for name, value in attrs}
        self.attributes += [(tag, name) for name in found]
        if "id" in found:
            self.ids.append(found["id"])
        if "href" in found:
            (self.links if tag == "a" else self.resources).append(found["href"])
        if "src" in found:
            self.resources.append(found["src"])

    def handle_data(self, data: str) -> None:
        """Take note of words."""
        self.words.append(data)


def read_html(html: str) -> Reader:
    """Read a page or a part of one."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def scripts_of_readers() -> list[Path]:
    """List the scripts of published pages: who writes has one more, in a browser of their own."""
    found = sorted((ROOT / "templates").rglob("*.js"))
    return [path for path in found if path.parent.name != "preview"]

"""The whole way from content to a finished site, in this process, to see what makes it long.

The engine puts its frame around the body of a page. Here the frame is the one it made of the tiny
site.
"""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from guideway.build import Kit, OneByOne, Tree, compose, finish, laid_out, read_site
from guideway.pages.page import url_of
from guideway.project import frames
from guideway.project.engine import Setup, run_engine, write_input
from guideway.project.making import settings_of
from guideway.project.site_files import MadeFiles
from guideway.project.templates import read_templates, read_words
from guideway.reports.examination import examine
from guideway.web.site import INDEX
from tests.support.sites import ROOT
from tests.support.world import DAY, World, read_world

TEMPLATES, WORDS = read_templates(ROOT / "templates"), read_words(ROOT / "templates")
WORLD = read_world()
GUIDE = "content/guides/bridge.yaml"
LINE, TEXT = 900, 4_900
"""As many characters as a line and a text of paragraphs may have, with some to spare."""
ROOM = 330_000
"""Bytes that are filled; a file may have 400,000."""

_TOLD = {"heavy-embed", "long-sentence", "many-long-sentences", "said-twice"}
"""What is said of files that grow."""


@dataclass(frozen=True)
class Way:
    """What the engine made of a tree: its frames are taken over."""

    made: Mapping[str, bytes]

    def work(self, world: World) -> float:
        """Give the seconds of the processor that a world needs, from its files to its site."""
        began = time.process_time()
        catalog, problems = examine(world.shelf(), DAY)
        assert {problem.code for problem in problems} <= _TOLD
        kit, work = Kit(TEMPLATES, WORDS), OneByOne()
        tree = compose(catalog, kit, work)
        read = read_site(tree, self._made(tree), kit, work)
        layout = laid_out(read, tree, kit, work)
        assert len(list(finish(layout, read, tree, kit, work))) > len(tree.pages)
        return time.process_time() - began

    def _made(self, tree: Tree) -> dict[str, bytes]:
        """Give what the engine would have made: the same frames, other bodies."""
        pages = {
            url_of(page.path) + INDEX: frames.filled(
                frames.frame_in(self.made, page.path), page.body
            )
            for page in tree.pages
        }
        return {**self.made, **pages}


def way(room: Path) -> Way:
    """Let the engine make the tiny site in an empty folder."""
    project = ROOT / "example"
    tree = compose(examine(WORLD.shelf(), DAY)[0], Kit(TEMPLATES, WORDS), OneByOne())
    settings = settings_of(project)
    setup = Setup(project, room / "engine", ROOT / "templates" / "theme", WORDS, settings)
    heads = ((page.path, frames.emptied(page.text)) for page in tree.pages)
    written = write_input(setup, tree.navigation, heads, tree.copies)
    with (room / "lock").open("wb") as lock:
        site = run_engine(written, DAY, lock.fileno())
    return Way(dict(MadeFiles(site)))


HARMLESS = "好一点儿走"


def filled(each: str, start: str = "", room: int = ROOM) -> World:
    """Fill a guide with a text, again and again: lines, paragraphs and letters."""
    line, text = (_quoted(f"过{start}" + each * (most // len(each))) for most in (LINE, TEXT))
    use, body = (each.replace("{", "[") for each in (line, text))  # a letter closes its braces
    times = room // len((2 * text + 5 * line).encode())
    letter = f"title: 信, to: 他, use: {use}, send: 寄, signed: 我, body: {body}"
    more = {
        "steps": f"  - {{id: s%d, do: 走过去, where: {line}, expect: {line}, detail: {text}}}\n",
        "troubles": f"  - {{when: {line}, then: {line}}}\n",
        "letters": f"  - {{id: l%d, {letter}}}\n",
    }
    parts = re.split(r"^(?=[^\s#])", WORLD.files[GUIDE].decode(), flags=re.MULTILINE)
    for number, part in enumerate(parts):
        each = more.get(part.partition(":")[0], "")
        parts[number] += "".join(each.replace("%d", str(one)) for one in range(times))
    return WORLD.having(GUIDE, "".join(parts).encode())


def _quoted(text: str) -> str:
    """Write a text as YAML on one line."""
    return yaml.safe_dump(text + "x", allow_unicode=True, default_style='"', width=10**9).strip()

"""The page of a decision, rendered alone and read as a person without JavaScript would."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser

from guideway.catalog import Catalog, Entry
from guideway.model.decisions import Decision
from guideway.pages.decisions import decision_page
from guideway.pages.environment import environment_of
from guideway.pages.render import render
from guideway.related import relate
from guideway.reports.examination import examine
from guideway.source import Document
from tests.support.ours import TEMPLATES, WORDS
from tests.support.world import DAY, World

Files = tuple[tuple[str, bytes], ...]


def render_decision(world: World, decision: Decision) -> str:
    """Render a decision as a page of the tiny site."""
    catalog = _examined(tuple(world.files.items()), tuple(world.media.items()))
    document = Document("content/decisions/chance.yaml", {}, "")
    entry = Entry("decision.chance", decision, document)
    full = Catalog({**catalog.entries, entry.name: entry})
    page = decision_page(full, WORDS, entry, relate(full)[entry.name].lists)
    return next(file.text for file in render(full, [page], environment_of(TEMPLATES, WORDS)))


@cache
def _examined(files: Files, media: Files) -> Catalog:
    return examine(World(dict(files), dict(media)).shelf(), DAY)[0]


class Tree(HTMLParser):
    """What the nested lists say: where each option leads, and what stands there."""

    def __init__(self) -> None:
        super().__init__()
        self.leads: dict[str, dict[str, str]] = {}
        self.outcomes: dict[str, str] = {}
        self._open: list[str | None] = []
        self._waiting: tuple[str, str] | None = None
        """The option whose target comes next: printed inside it, or linked."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Follow the nesting of questions and options."""
        found = {name: value or "" for name, value in attrs}
        if tag == "div":
            self._open.append(found["id"] if "data-question" in found else None)
            if "id" in found:
                self._arrive(found["id"])
            if "data-outcome" in found:
                self.outcomes[found["id"]] = found["data-outcome"]
        elif tag == "li" and "data-option" in found:
            question = next(place for place in reversed(self._open) if place)
            self._waiting = (question, found["data-option"])
        elif tag == "a" and found.get("class") == "gw-go" and self._waiting:
            self._arrive(found["href"].removeprefix("#"))

    def handle_endtag(self, tag: str) -> None:
        """Leave a question."""
        if tag == "div":
            self._open.pop()

    def _arrive(self, place: str) -> None:
        if self._waiting:
            question, option = self._waiting
            self.leads.setdefault(question, {})[option] = place
            self._waiting = None


def read_tree(text: str) -> Tree:
    """Read the lists of a page."""
    tree = Tree()
    tree.feed(text)
    tree.close()
    return tree

"""What a language model finds first: the pages with a line about each (https://llmstxt.org)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from guideway.catalog import Catalog, Entry
from guideway.editions.exports.markdown import escaped, path_of
from guideway.model.settings import SiteInfo
from guideway.model.texts import Part
from guideway.pages.lists import widest_first
from guideway.pages.rendered import RenderedPage, readable
from guideway.pages.ways import grouped
from guideway.web.shell import Shell

LLMS = "llms.txt"
_LISTS = ("records/", "corrections/", "glossary/", "providers/", "a-z/", "reviews/")
"""Pages that list facts and names; the last of a model's concerns."""


@dataclass(frozen=True)
class Line:
    """A page in the list; its words are Markdown."""

    title: str
    path: str
    summary: str
    changed_on: date | None
    due: date | None


def llms_file(
    site: SiteInfo, catalog: Catalog, told: Mapping[str, RenderedPage], shell: Shell
) -> str:
    """Write the list in the groups in which the home page shows them."""
    groups = grouped(catalog, "topic", catalog.guides)
    topics = [(escaped(each.entry.value.label), _lines(told, each.guides)) for each in groups]
    return shell(
        "llms.txt.j2",
        site=site,
        called=escaped(site.name),
        about=escaped(told[""].summary),
        decisions=_lines(told, widest_first(catalog)),
        topics=topics,
        warnings=_lines(told, catalog.warnings),
        lists=[_line(told[url], url) for url in _LISTS],
    )


def _lines(told: Mapping[str, RenderedPage], entries: Iterable[Entry[Part]]) -> list[Line]:
    found = {each.name: each for each in readable(told.values())}
    return [_line(found[entry.name], path_of(found[entry.name])) for entry in entries]


def _line(told: RenderedPage, path: str) -> Line:
    return Line(escaped(told.title), path, escaped(told.summary), told.changed_on, told.due)

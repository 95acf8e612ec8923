"""What `guideway related` says: which pages are suggested beside one, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from guideway.catalog import Catalog, Entry
from guideway.catalog.as_of import in_force
from guideway.model.texts import Part
from guideway.model.words import Words
from guideway.pages import Context, Page
from guideway.pages.environment import environment_of
from guideway.pages.neighbours import Circle, Neighbour, circles, neighbour
from guideway.pages.render import render
from guideway.pages.rendered import RenderedPage
from guideway.related import Related, relate
from guideway.related.pairing import PairScore


@dataclass(frozen=True, kw_only=True)
class RelatedContext(Context):
    """What is told of the related pages of one."""

    entry: Entry[Part]
    """The one whose related pages are told."""
    circles: Sequence[Circle]
    """What the page shows, list by list."""
    everything: bool
    """Whether it is told as well what ties pages, and which are not shown."""
    pairings: Mapping[str, PairScore]
    """What ties it to another page, by the name of that one."""
    passed: Sequence[tuple[Neighbour, str]]
    """The pages that are not shown, and why not."""


def suggestions(
    catalog: Catalog, name: str, templates: Mapping[str, str], words: Words, *, everything: bool
) -> str:
    """Tell what the page called `name` shows of others, with `everything` also what it does not."""
    present = in_force(catalog, catalog.day)
    page = account(present, words, name, relate(present)[name], everything=everything)
    return as_text(next(render(present, [page], environment_of(templates, words))))


def account(
    catalog: Catalog, words: Words, name: str, related: Related, *, everything: bool
) -> Page[RelatedContext]:
    """Plan what is said of one page, as a page of its own."""
    context = RelatedContext(
        entry=catalog.entries[name],
        circles=circles(catalog, words, related.lists),
        everything=everything,
        pairings={pairing.link(name).page: pairing for pairing in related.pairings},
        passed=[
            (neighbour(catalog, words, each.pairing.link(name)), each.refusal)
            for each in (related.passed if everything else ())
        ],
    )
    return Page("related.txt", "related", name, "", context)


def as_text(page: RenderedPage) -> str:
    """Take what was rendered for HTML back to plain text."""
    return unescape(page.text)

"""The forms of a page for the sites of others: the page they embed, and the page that says how."""

from __future__ import annotations

import gzip
from dataclasses import replace
from typing import TYPE_CHECKING

from guideway.model.words import page_words
from guideway.pages.page import Crumb, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideway.model.words import Words

SHOWN = {
    "guide": ("needs", "steps", "done", "troubles", "related"),
    "decision": ("related",),
    "warning": ("looks", "now", "harms", "instead"),
}
"""The sections an embedded page has; links lead to the others (docs/decisions/0014)."""


_LEFT = (
    {"why", "misled"},
    {"alternatives"},
    {"points", "picture"},
    {"detail", "substeps"},
    {"related"},
    {"expect", "keep"},
    {"troubles"},
)
"""What a heavy page leaves to the whole one: what a reader can best do without comes first."""

FORMS = tuple(frozenset[str]().union(*_LEFT[:number]) for number in range(len(_LEFT) + 1))
"""What is left out in each form of an embedded page, the fullest first."""


ROOM = {"embed-plain": 9_850, "embed-guide": 6_880, "embed-decision": 7_075}
"""Bytes for the HTML of an embedded page, gzipped: what its script and style leave of 15 KB."""


def is_light(html: str, script: str) -> bool:
    """Say whether an embedded page with this script is no heavier than it may be."""
    return len(gzip.compress(html.encode(), mtime=0)) <= ROOM[script]


def embeds_of(words: Words, page: Page) -> Iterator[Page]:
    """Plan the embedded form of a page, and the page about embedding it."""
    kind = page.facts["entry"].kind
    yield replace(  # noqa: S604 - not that kind of shell
        page,
        path=f"embed/{page.embed}/index.html",
        template=f"embed-{kind}.md.j2",
        facts={**page.facts, "whole": page, "here": SHOWN[kind], "leaves_out": FORMS[0]},
        sources={},
        scripts=(_script(page),),
        styles=(),
        shell="embed",
        also_here=f"{page.url}#step-",
    )
    yield _embed_this(words, page)


def _script(page: Page) -> str:
    """Name what makes an embedded page ask: its parts are in `embeds/assets.py`."""
    asking = {"tailor": "embed-guide", "decision": "embed-decision"}
    return next((asking[name] for name in page.scripts if name in asking), "embed-plain")


def _embed_this(words: Words, page: Page) -> Page:
    said = page_words(words, "embed-this")
    return Page(
        path=f"embed-this/{page.embed}.md",
        template="embed-this.md.j2",
        title=f"{said.title}\uff1a{page.title}",
        summary=said.summary,
        facts={"whole": page, "embed": f"embed/{page.embed}/"},
        crumbs=(Crumb(page_words(words, "home").nav, ""), Crumb(page.title, page.url)),
        scripts=("contrast", "embed-this"),
        styles=("embedding",),
    )

"""The forms of a page for the sites of others: the page they embed, and the page that says how."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from guideway.model.guides import Guide
from guideway.model.published import EMBEDDED
from guideway.model.words import page_words
from guideway.pages.page import Crumb, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideway.model.steps import Step, Substep
    from guideway.model.words import Words

LONG = 120
"""So many characters of how to do a step are closed in an embedded page: five lines of a phone."""


def embeds_of(words: Words, page: Page) -> Iterator[Page]:
    """Plan the embedded form of a page, and the page about embedding it."""
    kind = page.facts["entry"].kind
    yield replace(  # noqa: S604 - not that kind of shell
        page,
        path=f"embed/{page.embed}/index.html",
        template=f"embed-{kind}.md.j2",
        facts={**page.facts, "whole": page, "here": EMBEDDED[kind], "folded": _folded(page)},
        sources={},
        scripts=(_script(page),),
        styles=(),
        shell="embed",
        also_here=f"{page.url}#step-",
    )
    yield _embed_this(words, page)


def _folded(page: Page) -> frozenset[str]:
    """Name the steps whose how-to is closed: what is long, unless it warns of something."""
    value = page.facts["entry"].value
    steps: tuple[Step, ...] = value.steps if isinstance(value, Guide) else ()
    return frozenset(step.id for step in steps if _is_long(step) and not _warns(step))


def _is_long(step: Step) -> bool:
    said = chain([step.detail], step.points, *map(_texts, step.substeps))
    return step.picture is not None or sum(len(text) for text in said if text) > LONG


def _texts(substep: Substep) -> tuple[str | None, ...]:
    return substep.do, substep.where, substep.detail, substep.expect


def _warns(step: Step) -> bool:
    return any(substep.warn for substep in step.substeps)


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

"""The pages of the situations of a guide: the same guide with the answers each of them gives."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlencode

from guideway.catalog import Catalog
from guideway.catalog.cited_records import grounds
from guideway.decisions.situations import tailored
from guideway.model.conditions import ALWAYS, NEVER, Answers, Condition, residual
from guideway.model.words import Words
from guideway.pages.guide_parts import STYLES, GuideContext, context_of, later_of, scripts_of
from guideway.pages.page import Crumb, Page
from guideway.related import Shown


def situation_pages(
    catalog: Catalog, words: Words, whole: Page[GuideContext], related: Shown
) -> Iterator[Page[GuideContext]]:
    """Plan a page for each situation of a guide, whose page is `whole`."""
    entry = whole.context.entry
    for name, situation in entry.value.situations.items():
        left = tailored(entry, situation.answers)
        near = _left(related, situation.answers)
        yield replace(
            whole,
            path=f"guides/{entry.id}/{name}.md",
            embed=f"{whole.embed}.{name}",
            kind="situation",
            title=situation.title,
            summary=left.value.goal,
            context=replace(
                context_of(catalog, words, entry, left.value, near),
                said=urlencode(situation.answers),
                situation=situation,
            ),
            crumbs=(*whole.crumbs, Crumb(whole.title, whole.url)),
            backlinks={},
            sources_at=f"{whole.url}sources/",
            sources={name: whole.sources[name] for name in grounds(catalog, left)},
            scripts=scripts_of(left.value),
            later=later_of(left.value, words),
            styles=STYLES,
        )


def _left(related: Shown, answers: Answers) -> Shown:
    """Leave out the related pages that are for others."""
    lists = {
        name: tuple(
            replace(link, when=None if link.when is None else _open(link.when, answers))
            for link in links
            if link.when is None or residual(link.when, answers) != NEVER
        )
        for name, links in related.items()
    }
    return {name: links for name, links in lists.items() if links}


def _open(when: Condition, answers: Answers) -> Condition | None:
    left = residual(when, answers)
    return None if left == ALWAYS else left

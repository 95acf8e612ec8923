"""The action sheet of a guide: one page to print, tick off and take along."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guideway.catalog import Entry
from guideway.model.conditions import Condition, alternatives
from guideway.model.guides import Guide
from guideway.model.records import Channel, Fact
from guideway.model.words import Words, page_words
from guideway.pages.asking import asked_of, figured_by
from guideway.pages.guide_parts import GuideContext, OfGuide, asking, figuring, types_in
from guideway.pages.page import Crumb, Page, Source


@dataclass(frozen=True)
class Evidence:
    """Something to keep, and when."""

    what: str
    when: Condition | None
    """The answers that make it needed; without them, always."""


@dataclass(frozen=True, kw_only=True)
class SheetContext(OfGuide):
    """What the sheet of a guide shows."""

    evidence: Sequence[Evidence]
    """What to keep, each once."""
    contacts: Sequence[Entry[Fact]]
    """Whom to call, and which sites to open."""


def sheet_page(words: Words, page: Page[GuideContext]) -> Page[SheetContext]:
    """Plan the sheet that belongs to the page of a guide."""
    entry = page.context.entry
    said = page_words(words, "sheet")
    return Page(
        path=f"guides/{entry.id}/sheet.md",
        kind="sheet",
        title=words["parts"]["title"].format(title=said.title, part=page.title),
        summary=said.summary,
        context=SheetContext(
            entry=entry,
            guide=entry.value,
            home=page.url,
            care=page.context.care,
            asks=asked_of(entry.value.questions, words),
            figured=figured_by(entry.value.questions),
            types=types_in(entry.value),
            evidence=_evidence(entry.value),
            contacts=_contacts(page.sources),
        ),
        crumbs=(*page.crumbs, Crumb(page.title, page.url)),
        source_path=page.source_path,
        reviewed_on=page.reviewed_on,
        review_by=page.review_by,
        sources=page.sources,
        scripts=("cites", *asking(entry.value), *figuring(entry.value, words), "blanks", "sheet"),
        styles=("papers", "sheet"),
    )


def _evidence(guide: Guide) -> list[Evidence]:
    """List what the steps say to keep, each once, for the answers that show any of its steps."""
    found: dict[str, list[Condition | None]] = {}
    for step in guide.steps:
        for what in step.keep:
            found.setdefault(what, []).append(step.when)
    return [Evidence(what, alternatives(whens)) for what, whens in found.items()]


def _contacts(sources: Mapping[str, Source]) -> list[Entry[Fact]]:
    """List the numbers and sites the guide sends readers to, in their order on the page."""
    entries = (source.entry for source in sources.values() if source.is_called)
    return [e for e in entries if isinstance(e.value, Channel) and e.value.medium != "app"]

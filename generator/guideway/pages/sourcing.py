"""Which records a page rests on, as a reader meets them, and the page that shows them whole."""

from collections.abc import Mapping
from dataclasses import dataclass

from guideway.catalog import Catalog, Entry
from guideway.catalog.cited_records import grounds
from guideway.catalog.references import called_nowhere
from guideway.model.records import Fact, Law
from guideway.model.texts import Part
from guideway.model.words import Words, page_words
from guideway.pages.page import Context, Crumb, Page, Source


@dataclass(frozen=True)
class Basis:
    """Records that are named together: the articles of a law, or records of a kind."""

    kind: str
    law: str
    """The title of the law, if it is one."""
    fact: Fact
    """One of them: how sure it is and when it was looked at is true of all."""
    sources: tuple[Source, ...]


def together(sources: Mapping[str, Source]) -> tuple[Basis, ...]:
    """Put together what would only repeat the same words and the same day."""
    groups: dict[tuple[str, ...], list[Source]] = {}
    for source in sources.values():
        fact = source.entry.value
        law = fact.title if isinstance(fact, Law) else ""
        said = (fact.certainty, fact.source.copied or "", str(fact.verified_on))
        groups.setdefault((source.entry.kind, law, *said), []).append(source)
    return tuple(
        Basis(kind, law, found[0].entry.value, tuple(found))
        for (kind, law, *_), found in sorted(groups.items())
    )


def sources_of(catalog: Catalog, entry: Entry[Part]) -> Mapping[str, Source]:
    """Number the records an entry refers to, and those that they refer to in turn."""
    found = enumerate(grounds(catalog, entry).items(), 1)
    warned = called_nowhere(entry)
    return {name: Source(number, record, name not in warned) for number, (name, record) in found}


def sources_page(words: Words, page: Page[Context]) -> Page[Context]:
    """Plan the page below a page that says everything about its sources."""
    said = page_words(words, "sources")
    return Page(
        path=f"{page.url}sources.md",
        kind="sources",
        title=words["parts"]["title"].format(title=said.title, part=page.title),
        summary=said.summary,
        context=Context(entry=page.context.entry),
        crumbs=(*page.crumbs, Crumb(page.title, page.url)),
        source_path=page.source_path,
        reviewed_on=page.reviewed_on,
        review_by=page.review_by,
        sources=page.sources,
    )

"""A page as data, for programs that keep a help centre filled."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from guideway.catalog import Catalog, Entry
from guideway.editions.embeds.frames import Frame
from guideway.editions.embeds.home import Home
from guideway.editions.embeds.pasting import paste_path
from guideway.editions.embeds.stating import Stating
from guideway.model.decisions import Decision
from guideway.model.published import PAGES, RECORD_FORMS, Kind, Listed, Published, PublishedList
from guideway.model.records import Fact
from guideway.model.schema import published_schemas
from guideway.model.texts import Part
from guideway.model.warnings import WarningPage
from guideway.model.words import Words
from guideway.pages.caring import care_of
from guideway.pages.rendered import RenderedPage

Records = Mapping[str, str]
"""The published forms of records by their names, as JSON."""


@dataclass(frozen=True)
class Statement:
    """What a page says to programs, but for the records it rests on."""

    kind: Kind
    path: str
    """Where its data are, below the site's root: `api/guides/bridge.json`."""
    said: Mapping[str, Any]
    """Strings, numbers and days, in mappings and tuples."""
    sources: tuple[Mapping[str, Any], ...]
    """Of each record it rests on what the page says of it, its `id` first."""


def records_of(pages: Iterable[RenderedPage], catalog: Catalog, words: Words, site: str) -> Records:
    """State every record once, as the page of records says it: all who cite it say the same."""
    found: dict[str, str] = {}
    for page in pages:
        if page.kind == "records":
            said = Stating(catalog, page, words, site, site + page.url)
            for each in catalog.records:
                form = RECORD_FORMS[each.kind].model_validate(said.part(each.value))
                found[each.name] = form.model_dump_json(exclude_none=True)
    return found


def stated(frame: Frame, home: Home) -> Statement:
    """Put together all that is published of a page, but for its records."""
    whole, site = frame.whole, home.address
    entry: Entry[Any] = home.catalog.entries[whole.name]
    said = Stating(home.catalog, whole, home.words, site, site + whole.url)
    care = care_of(home.catalog, entry.value.care)
    facts = ((home.catalog.entries[name], called) for name, called in whole.sources.items())
    told = {
        **said.part(entry.value),
        **_otherwise(said, entry.value),
        "kind": entry.kind,
        "id": entry.id,
        "language": home.site.language,
        "licence": home.site.licence.short,
        "address": said.home,
        "embed": site + frame.url,
        "oembed": f"{site}oembed/{whole.embed}.json",
        "review_by": whole.due or entry.value.review_by,
        "care": whole.plain[care.text] if care else None,
        "places": tuple(
            {"id": each.name, "title": each.title, "address": site + each.address}
            for each in whole.places
        ),
        "paste": {host: site + paste_path(frame, host) for host in home.hosts},
    }
    sources = tuple(_basis(fact, is_called=called) for fact, called in facts)
    kind = cast("Kind", entry.kind)
    return Statement(kind, f"api/{whole.url.rstrip('/')}.json", told, sources)


def published(statement: Statement, records: Records) -> Published:
    """Add the records it rests on to what a page says."""
    sources = tuple({**each, "record": _record(each["id"], records)} for each in statement.sources)
    return PAGES[statement.kind].model_validate({**statement.said, "sources": sources})


def api_files(pages: Mapping[str, Published], site: str) -> Iterator[tuple[str, str]]:
    """Give the files: every page by its path, a list for each kind, and the schemas."""
    kinds: dict[Kind, list[Listed]] = {"guide": [], "decision": [], "warning": []}
    for path, page in pages.items():
        kinds[page.kind].append(_listed(page, site + path))
        yield path, page.model_dump_json(exclude_none=True, indent=1) + "\n"
    for kind, listed in kinds.items():
        whole = PublishedList(kind=kind, pages=tuple(listed))
        yield f"api/{kind}s.json", whole.model_dump_json(indent=1) + "\n"
    for name, schema in published_schemas().items():
        yield f"api/schema/{name}", json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _listed(page: Published, data: str) -> Listed:
    return Listed(
        id=page.id,
        title=page.title,
        summary=page.summary,
        address=page.address,
        data=data,
        reviewed_on=page.reviewed_on,
        review_by=page.review_by,
    )


def _otherwise(said: Stating, value: Part) -> dict[str, Any]:
    """State what only a page of this kind says in another way than it is written."""
    if isinstance(value, Decision):
        return {"start": value.first}
    if isinstance(value, WarningPage):
        sign = said.words["rebuttal"]["sign"]
        return {"looks": tuple(sign.format(sign=said.page.plain[each]) for each in value.looks)}
    return {}


def _record(name: str, records: Records) -> Part:
    return RECORD_FORMS[name.partition(".")[0]].model_validate_json(records[name])


def _basis(entry: Entry[Any], *, is_called: bool) -> dict[str, Any]:
    fact: Fact = entry.value
    return {
        "id": entry.name,
        "label": fact.label,
        "certainty": fact.certainty,
        "copied": fact.source.copied,
        "verified_on": fact.verified_on,
        "review_by": fact.review_by,
        "source": fact.source.title,
        "address": fact.source.address,
        "is_called": is_called,
    }

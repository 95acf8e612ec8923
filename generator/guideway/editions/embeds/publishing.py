"""A page as data, for programs that keep a help centre filled."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from guideway.catalog import Entry
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

Records = Mapping[str, Part]
"""The published forms of records, by their names."""


def records_of(pages: Iterable[RenderedPage], home: Home, words: Words) -> Records:
    """State every record once, as the page of records says it: all who cite it say the same."""
    found: dict[str, Part] = {}
    for page in pages:
        if page.kind == "records":
            said = Stating(home.catalog, page, words, home.address, home.address + page.url)
            for each in home.catalog.records:
                found[each.name] = RECORD_FORMS[each.kind].model_validate(said.part(each.value))
    return found


def published(
    frame: Frame, records: Records, home: Home, hosts: Iterable[str], words: Words
) -> Published:
    """Put together all that is published of a page."""
    whole, site = frame.whole, home.address
    entry: Entry[Any] = home.catalog.entries[whole.name]
    said = Stating(home.catalog, whole, words, site, site + whole.url)
    care = care_of(home.catalog, entry.value.care)
    facts = ((home.catalog.entries[name], called) for name, called in whole.sources.items())
    stated = {
        **said.part(entry.value),
        **_otherwise(said, entry.value),
        "kind": entry.kind,
        "id": entry.id,
        "address": said.home,
        "embed": site + frame.url,
        "oembed": f"{site}oembed/{whole.embed}.json",
        "review_by": whole.due or entry.value.review_by,
        "care": whole.plain[care.text] if care else None,
        "sources": tuple(_basis(fact, records, is_called=called) for fact, called in facts),
        "places": tuple(
            {"id": each.name, "title": each.title, "address": site + each.address}
            for each in whole.places
        ),
        "paste": {host: site + paste_path(frame, host) for host in hosts},
    }
    return PAGES[cast("Kind", entry.kind)].model_validate(stated)


def data_path(page: RenderedPage) -> str:
    """Give where the data of a page are, below the site's root: `api/guides/alipay-refund.json`."""
    return f"api/{page.url.rstrip('/')}.json"


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


def _basis(entry: Entry[Any], records: Records, *, is_called: bool) -> dict[str, Any]:
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
        "record": records[entry.name],
    }

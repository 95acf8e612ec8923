"""A page as data, for programs that keep a help centre filled."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from guideway.editions.embeds.pasting import paste_path
from guideway.editions.embeds.stating import Stating
from guideway.model.decisions import Decision
from guideway.model.published import PAGES, RECORD_FORMS, Listed, PublishedList
from guideway.model.schema import published_schemas
from guideway.model.warnings import WarningPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from guideway.catalog import Entry
    from guideway.editions.embeds.frames import Frame
    from guideway.model.published import Kind, Published
    from guideway.model.records import Fact
    from guideway.model.texts import Part, Refers
    from guideway.model.words import Words
    from guideway.pages.page import Page, Source


_LEADING = frozenset({"target", ""})
"""The kinds of names that lead somewhere by themselves: `guide.alipay-refund`, a step."""


def published(frame: Frame, site: str, hosts: Iterable[str], words: Words) -> Published:
    """Put together all that is published of a page."""
    whole = frame.whole.page
    entry = whole.context["entry"]
    home = f"{site}{whole.url}"
    hands = whole.context.get("hands", {}).items()
    handed = tuple((entry.value.outcomes[name], hand) for name, hand in hands)
    said = Stating(frame.whole.view, words, site, home, handed)
    care = whole.context["care"]
    stated = {
        **said.part(entry.value),
        **_otherwise(said, entry.value),
        "kind": entry.kind,
        "id": entry.id,
        "address": home,
        "embed": site + frame.url,
        "oembed": f"{site}oembed/{whole.embed}.json",
        "review_by": whole.due or entry.value.review_by,
        "care": frame.whole.view.plain(care.text) if care else None,
        "sources": tuple(_basis(name, each, said) for name, each in whole.sources.items()),
        "places": tuple(_places(entry, whole, said)),
        "paste": {host: site + paste_path(frame, host) for host in hosts},
    }
    return PAGES[entry.kind].model_validate(stated)


def data_path(page: Page) -> str:
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
        return {"looks": tuple(sign.format(sign=said.view.plain(each)) for each in value.looks)}
    return {}


def _basis(name: str, source: Source, said: Stating) -> dict[str, Any]:
    fact: Fact = source.entry.value
    return {
        "id": name,
        "label": fact.label,
        "certainty": fact.certainty,
        "copied": fact.source.copied,
        "verified_on": fact.verified_on,
        "review_by": fact.review_by,
        "source": fact.source.title,
        "address": fact.source.address,
        "is_called": source.is_called,
        "record": RECORD_FORMS[name.partition(".")[0]].model_validate(said.part(fact)),
    }


def _places(entry: Entry[Any], whole: Page, said: Stating) -> Iterator[dict[str, str]]:
    """List what the names on a page lead to that are no records of its own."""
    shown = (each for each in entry.names if "block" not in each.trail)
    leading = {each.value for each in shown if cast("Refers", each.mark).kind in _LEADING}
    for name in sorted(leading - whole.sources.keys()):
        place = said.view.place(name)
        address = said.site + place.address
        yield {"id": name, "title": said.view.plain(place.title), "address": address}

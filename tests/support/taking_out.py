"""A piece of content without one of its fields, and what every edition says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple, cast, get_args

from guideway.build import Kit
from guideway.build.layout import markdown
from guideway.catalog import Catalog
from guideway.decisions.wholes import with_parts
from guideway.editions.embeds.files import embedded
from guideway.editions.exports.linked_data import linked
from guideway.editions.library import part_of
from guideway.editions.search.pages import subjects_of
from guideway.model.published import PAGES, Kind
from guideway.model.texts import Part
from guideway.pages import PageGroup, page_groups, pages_of
from guideway.pages.page_texts import SharedTexts
from guideway.pages.render import render
from guideway.pages.rendered import RenderedPage
from guideway.reports.examination import examine
from guideway.source import Trail
from guideway.web.files import all_files
from guideway.web.links import Marks
from guideway.web.site import Site
from guideway.web.standalone import alone
from tests.support.composing import TINY
from tests.support.marking import put
from tests.support.ours import TEMPLATES, WORDS
from tests.support.planting import whole_world
from tests.support.world import DAY

KINDS = ("guide", "decision", "warning", "sheet", "sources")
"""The pages of a piece, but for situations, which are the same for some readers."""
OTHER = "other"
MARKS = Marks("", "")


class Spot(NamedTuple):
    """A field, and where a piece of content has it."""

    field: str
    """Such as `Step.expect`."""
    trail: Trail
    """From the piece down."""
    other: object
    """What stands there instead: what it is without the field, or something else."""


@cache
def tiny() -> Catalog:
    """Give the tiny site with all it could have."""
    return examine(whole_world().shelf(), DAY)[0]


def at(value: Any, trail: Trail) -> Any:
    """Give what a piece has at a place."""
    for step in trail:
        value = getattr(value, str(step)) if isinstance(value, Part) else value[step]
    return value


def having(catalog: Catalog, name: str, trail: Trail, new: object) -> Catalog:
    """Write something else at one place of a piece."""
    entry = catalog.entries[name]
    value = put(entry.value, trail, new)
    return replace(catalog, entries={**catalog.entries, name: replace(entry, value=value)})


def is_written(part: Part, name: str) -> bool:
    """Say whether a field says something that it does not say by itself."""
    field = type(part).model_fields[name]
    written = getattr(part, name)
    return field.is_required() or written != field.get_default(call_default_factory=True)


def without(part: Part, name: str) -> object:
    """Give what stands where a field is not written: what must be there is something else.

    Parts that must be there stay.
    """
    field = type(part).model_fields[name]
    written = getattr(part, name)
    if not field.is_required():
        return field.get_default(call_default_factory=True)
    if isinstance(written, str):
        return next((one for one in get_args(field.annotation) if one != written), OTHER)
    if isinstance(written, int | float):
        return written + 1
    if isinstance(written, date):
        return written + timedelta(days=1)
    is_list = isinstance(written, tuple) and isinstance(written[0], str)
    return (OTHER, *written[1:]) if is_list else written


@cache
def kit() -> Kit:
    """Give what pages are made with."""
    return Kit(TEMPLATES, WORDS, TINY)


@cache
def _groups() -> Mapping[str, PageGroup]:
    """Give the pages as they are planned; who is related to whom stays as it is."""
    return {each.name: each for each in page_groups(tiny(), tiny())}


def editions(shelf: Catalog, name: str) -> Mapping[str, str]:
    """Give what every edition says of a guide, a decision or a warning."""
    present = with_parts(shelf)
    planned = (each for each in pages_of(present, WORDS, _groups()[name]) if each.kind in KINDS)
    shared = present.held(SharedTexts)
    pages = {page.kind: page for page in render(present, planned, kit().environment, shared)}
    kind = cast("Kind", name.partition(".")[0])
    page, sheet = pages[kind], pages.get("sheet")
    site = Site({f"media/{name}": b"" for name in whole_world().media}, "")
    return {
        "page": page.text + pages["sources"].text,
        **({"sheet": sheet.text} if sheet else {}),
        **_framed(present, page, kind),
        "alone": alone(site, page.url, page.body, MARKS),
        "library": part_of(site, page, {page.url: "a"}, MARKS),
        "markdown": markdown(kit(), (page, pages["sources"])).decode(),
        "linked": linked(kit().site, present, page, WORDS),
        "search": repr(list(subjects_of(present, page, WORDS))),
        "impact": repr(sorted(page.uses)),
    }


def _framed(present: Catalog, page: RenderedPage, kind: Kind) -> Mapping[str, str]:
    """Give what others can show of a page; of its data all but sources, a form of its own."""
    framed = embedded(page, kit().home(present))
    assert framed.statement
    frames = {path: data.decode() for path, data in all_files([framed.files]).items()}
    told = {**framed.statement.said, "sources": ()}
    return {
        "embedded": "".join(text for path, text in frames.items() if path.endswith("index.html")),
        "pasted": frames[f"embed/{page.embed}/zendesk.html"],
        "data": PAGES[kind].model_validate(told).model_dump_json(),
    }

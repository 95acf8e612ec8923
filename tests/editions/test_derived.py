"""What is made of a finished page has all that stands on it, but for a written list.

Every text of a small guide, decision and warning is marked; those marks that a reader finds on the
page are looked for in the forms that are cut out of it. An action sheet has a template of its own
and few fields: they are listed, each with what it is there for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from guideway.build import Kit, Tree
from guideway.catalog import Catalog
from guideway.catalog.field_texts import fields
from guideway.editions.docs_tree import docs_pages
from guideway.editions.library import part_of
from guideway.model.texts import TextKind
from guideway.pages.rendered import RenderedPage
from guideway.reports.examination import examine
from guideway.web.html import Html
from guideway.web.links import Marks
from guideway.web.site import Site
from guideway.web.standalone import alone
from tests.support.composing import TINY, compose
from tests.support.data import read_data
from tests.support.marking import parts, put, sign, signed
from tests.support.ours import TEMPLATES, WORDS
from tests.support.planting import whole_world
from tests.support.world import DAY, read_world

LISTED: dict[str, dict[str, str]] = read_data(Path(__file__).parent / "derived.yaml")
NAMES = ("guide.bridge", "decision.gorge", "warning.troll")
KINDS = ("guide", "decision", "warning")
FORMS = ("embedded", "pasted", "alone", "library", "docs")


@cache
def marked() -> tuple[Catalog, Mapping[str, str]]:
    """Give the tiny site with all it could have, marked, and the field of each mark."""
    catalog, _ = examine(whole_world().shelf(), DAY)
    entries, where = dict(catalog.entries), dict[str, str]()
    for name in NAMES:
        for trail, part in list(parts(entries[name].value)):
            for field, kind in fields(type(part)):
                written = getattr(part, field)
                if isinstance(kind, TextKind) and written and field != "file":
                    mark = sign(len(where))
                    where[mark] = f"{type(part).__name__}.{field}"
                    value = put(entries[name].value, (*trail, field), signed(written, mark))
                    entries[name] = replace(entries[name], value=value)
    return replace(catalog, entries=entries), where


@cache
def tree() -> Tree:
    """Give what is made of it for the website."""
    return compose(marked()[0], TEMPLATES, WORDS)


def pages() -> list[RenderedPage]:
    """Give the pages of what was marked: of each its own."""
    return [page for page in tree().pages if page.name in NAMES and page.kind in KINDS]


def made(form: str, page: RenderedPage) -> str:
    """Make a form of a page."""
    site, marks = Site({f"media/{name}": b"" for name in whole_world().media}, ""), Marks("", "")
    if form == "embedded":
        return tree().texts[f"embed/{page.embed}/index.html"]
    if form == "pasted":
        return tree().texts[f"embed/{page.embed}/zendesk.html"]
    if form == "alone":
        return alone(site, page.url, page.body, marks)
    if form == "library":
        return part_of(site, page, {page.url: "a"}, marks)
    kit = Kit(TEMPLATES, WORDS, TINY)
    ((_, text),) = docs_pages(
        [page], lambda name, **said: kit.shell(name, **said, site=TINY, whole="")
    )
    return text


def found(text: str) -> set[str]:
    """Give the marks in a text."""
    return {mark for mark in marked()[1] if mark in text}


@pytest.mark.parametrize("form", FORMS)
def test_what_is_made_of_a_page_has_all_of_it_or_says_why_not(form: str) -> None:
    where = marked()[1]
    lost = {where[mark] for page in pages() for mark in found(page.body) - found(made(form, page))}

    assert len(pages()) == len(NAMES)
    assert sum(len(found(page.body)) for page in pages()) > 100
    assert lost == LISTED[form].keys()


def test_a_link_away_tells_nobody_where_one_comes_from_in_an_embedded_page_either() -> None:
    """A call stays where one is; what leads away opens beside the page of the host."""
    goal = "goal: '到[](channel.keeper.site)，或者打[](channel.keeper.hotline)'\n"
    world = read_world().amended("content/guides/bridge.yaml", goal)
    made_of = compose(examine(world.shelf(), DAY)[0], TEMPLATES, WORDS)
    links = Html(made_of.texts["embed/bridge/index.html"]).find("a[href]")
    told = {
        (link.attributes["href"] or "")[:4]: (
            link.attributes.get("target"),
            link.attributes.get("rel"),
        )
        for link in links
    }

    assert (told["tel:"], told["http"], told["../."]) == (
        (None, None),
        ("_blank", "noopener noreferrer external"),
        ("_blank", "noopener"),
    )


def test_an_action_sheet_has_these_fields_and_no_other() -> None:
    (sheet,) = (page for page in tree().pages if page.kind == "sheet")

    assert {marked()[1][mark] for mark in found(sheet.text)} == LISTED["sheet"].keys()


def test_the_lists_say_why() -> None:
    assert set(LISTED) == {*FORMS, "sheet"}
    assert [(form, name) for form in LISTED for name, why in LISTED[form].items() if not why] == []

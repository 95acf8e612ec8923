"""What a template asks of the context of its page is a field of the dataclass of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import FrozenInstanceError, fields
from functools import cache
from typing import get_args

import pytest
from jinja2 import Environment, nodes
from jinja2.meta import find_referenced_templates

from guideway.catalog import Catalog
from guideway.catalog.as_of import in_force
from guideway.pages import Context, Page, plan
from guideway.pages.broken import BrokenTemplateError
from guideway.pages.environment import environment_of
from guideway.pages.kinds import Kind, template_of
from guideway.pages.render import render
from guideway.related import relate
from guideway.reports.examination import examine
from guideway.reports.related_pages import account
from tests.support.ours import TEMPLATES, WORDS, our_catalog
from tests.support.world import DAY, read_world

PARSER = Environment(autoescape=True, trim_blocks=True)
NOT_THERE = {"ours": set(), "tiny": {"situation"}}
"""The kinds of which a site has no page."""
SITES = [pytest.param("ours", marks=pytest.mark.slow), "tiny"]


@pytest.mark.parametrize("site", SITES)
def test_what_a_template_asks_of_a_context_is_a_field_of_its_kind(site: str) -> None:
    asked = {(name, key, type(p.context)) for p in _pages(site) for name, key in _asked(p)}
    lacks = [(name, key, kind) for name, key, kind in asked if key not in _fields(kind)]

    assert len(asked) > 50
    assert lacks == []


@pytest.mark.parametrize("site", SITES)
def test_every_kind_has_one_context_and_all_of_it_is_asked_for(site: str) -> None:
    """What it is the page of is asked for by what is the same for all kinds."""
    contexts = dict[Kind, set[type[Context]]]()
    asked = dict[type[Context], set[str]]()
    for page in _pages(site):
        contexts.setdefault(page.kind, set()).add(type(page.context))
        asked.setdefault(type(page.context), {"entry"}).update(key for _, key in _asked(page))

    assert set(get_args(Kind)) - contexts.keys() == NOT_THERE[site]
    assert {kind: found for kind, found in contexts.items() if len(found) > 1} == {}
    assert {
        kind: _fields(kind) - keys for kind, keys in asked.items() if _fields(kind) - keys
    } == {}


def test_no_context_changes() -> None:
    for page in _pages("tiny"):
        with pytest.raises(FrozenInstanceError):
            page.context.entry = None  # type: ignore[misc]  # that is the point


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ("{{ page.context.nothing }}", "nothing"),
        ("{{ page.context.get('situations') }}", "get"),
        ("{{ page.context['situations'] }}", ""),
        ("{% set facts = page.context %}{{ facts.situations }}", ""),
    ],
)
def test_a_field_that_is_not_there_is_found(wrong: str, key: str) -> None:
    page = _pages("tiny")[0]
    name = template_of(page.kind)

    assert list(_asked(page, {**TEMPLATES, name: wrong})) == [(name, key)]
    assert key not in _fields(type(page.context))


def test_a_condition_in_words_stands_on_pages_that_show_a_guide() -> None:
    catalog = _catalog("tiny")
    home = plan(catalog, WORDS)[0]
    wrong = {**TEMPLATES, template_of(home.kind): "{{ none | tag(0) }}"}

    with pytest.raises(BrokenTemplateError, match=r"index\.md shows no guide"):
        list(render(catalog, [home], environment_of(wrong, WORDS)))


@cache
def _pages(site: str) -> tuple[Page[Context], ...]:
    """Plan the pages of a site, and what is told of the related pages of a guide."""
    catalog = _catalog(site)
    name = catalog.guides[0].name
    told = account(catalog, WORDS, name, relate(catalog)[name], everything=True)
    return (*plan(catalog, WORDS), told)


@cache
def _catalog(site: str) -> Catalog:
    whole = our_catalog() if site == "ours" else examine(read_world().shelf(), DAY)[0]
    return in_force(whole, DAY)


def _fields(kind: type[Context]) -> set[str]:
    return {field.name for field in fields(kind)}


def _asked(
    page: Page[Context], templates: Mapping[str, str] = TEMPLATES
) -> Iterator[tuple[str, str]]:
    """List the fields of the context that the template of a page asks for, also in what it uses.

    A section is a component that is named by the page itself.
    """
    sections = (f"components/{name}.html.j2" for name in getattr(page.context, "sections", ()))
    waiting, known = [template_of(page.kind), *sections], set[str]()
    while waiting:
        name = waiting.pop()
        if name in known:
            continue
        known.add(name)
        used, keys = _read(templates[name])
        waiting += [other for other in used if other in templates]
        yield from ((name, key) for key in sorted(keys))


@cache
def _read(template: str) -> tuple[list[str], set[str]]:
    """Say which others a template uses, and what it asks for."""
    tree = PARSER.parse(template)
    return [used for used in find_referenced_templates(tree) if used], set(_keys(tree))


def _keys(tree: nodes.Template) -> Iterator[str]:
    """List the fields asked for; an empty one where the context is taken as a whole."""
    fields_of = {id(each.node): each.attr for each in tree.find_all(nodes.Getattr)}
    for asked in tree.find_all(nodes.Getattr):
        if asked.attr == "context":
            yield fields_of.get(id(asked), "")

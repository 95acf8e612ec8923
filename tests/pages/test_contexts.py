"""What a template asks of the context of its page is there, on every page of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import pytest
from jinja2 import Environment, nodes
from jinja2.meta import find_referenced_templates

from guideway.catalog.as_of import in_force
from guideway.pages import Page, plan
from guideway.pages.kinds import template_of
from guideway.reports.examination import examine
from tests.support.ours import TEMPLATES, WORDS, our_catalog
from tests.support.world import DAY, read_world

PARSER = Environment(autoescape=True, trim_blocks=True)


SPARED = {
    ("components/edit.html.j2", "entry"): "asked of pages that others can embed",
    ("components/when.html.j2", "guide"): "conditions in words stand in guides alone",
    (
        "components/more.html.j2",
        "has_policy",
    ): "asked where it is defined: search has the list without it",
    (
        "components/more.html.j2",
        "warnings",
    ): "asked where it is defined: search has the list without it",
}
"""What a template asks only where it is there, and why it is."""


@pytest.mark.parametrize("site", [pytest.param("ours", marks=pytest.mark.slow), "tiny"])
def test_what_a_template_asks_of_a_context_is_there(site: str) -> None:
    catalog = our_catalog() if site == "ours" else examine(read_world().shelf(), DAY)[0]
    pages = plan(in_force(catalog, DAY), WORDS)
    asked = [(*found, page) for page in pages for found in set(_asked(page))]
    lacks = {(name, key): page.kind for name, key, page in asked if key not in page.context}

    assert len(asked) > 50
    assert {at: kind for at, kind in lacks.items() if at not in SPARED} == {}
    assert lacks.keys() == SPARED.keys()


def test_a_key_that_nobody_gives_is_found() -> None:
    page = plan(in_force(examine(read_world().shelf(), DAY)[0], DAY), WORDS)[0]
    wrong = {**TEMPLATES, template_of(page.kind): "{{ page.context.nothing }}"}

    assert list(_asked(page, wrong)) == [(template_of(page.kind), "nothing")]


def _asked(page: Page, templates: Mapping[str, str] = TEMPLATES) -> Iterator[tuple[str, str]]:
    """List the keys of the context that the template of a page asks for, also in what it uses.

    A section is a component that is named by the page itself.
    """
    sections = (f"components/{name}.html.j2" for name in page.context.get("sections", ()))
    waiting, known = [template_of(page.kind), *sections], set[str]()
    while waiting:
        name = waiting.pop()
        if name in known:
            continue
        known.add(name)
        used, keys = _read(templates[name])
        waiting += [other for other in used if other in templates]
        yield from ((name, key) for key in keys if key != "get")


@cache
def _read(template: str) -> tuple[list[str], list[str]]:
    """Say which others a template uses, and what it asks for."""
    tree = PARSER.parse(template)
    return [used for used in find_referenced_templates(tree) if used], [*_keys(tree)]


def _keys(tree: nodes.Template) -> Iterator[str]:
    for asked in tree.find_all(nodes.Getattr):
        inside = asked.node
        if isinstance(inside, nodes.Getattr) and inside.attr == "context":
            yield asked.attr

"""A rendered page is strings, names and days: it can be kept, or sent to another process."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date

import pytest

from guideway.catalog.as_of import in_force
from guideway.pages.environment import environment_of
from guideway.pages.plan import plan
from guideway.pages.render import render
from guideway.pages.rendered import readable
from guideway.reports.examination import examine
from tests.support.ours import TEMPLATES, WORDS, our_catalog
from tests.support.world import DAY, read_world

SITES = [pytest.param("ours", marks=pytest.mark.slow), "tiny"]
MOST = 1.5
"""So many times their HTML all pages take when they are written down, and a page its texts."""


@pytest.mark.parametrize("site", SITES)
def test_a_rendered_page_is_plain_and_small(site: str) -> None:
    catalog = our_catalog() if site == "ours" else examine(read_world().shelf(), DAY)[0]
    present = in_force(catalog, DAY)
    pages = list(render(present, plan(present, WORDS), environment_of(TEMPLATES, WORDS)))
    kept = {page.path: pickle.dumps(page) for page in pages}
    texts = {page.path: [page.text, *{*page.plain, *page.plain.values()}] for page in pages}
    sizes = {path: len(kept[path]) / sum(map(_bytes, said)) for path, said in texts.items()}

    assert {kind for page in pages for kind in _kinds(page)} <= {
        str,
        bytes,
        bool,
        int,
        date,
        type(None),
    }
    assert {
        page.path: sizes[page.path] for page in readable(pages) if sizes[page.path] > MOST
    } == {}
    assert sum(map(len, kept.values())) < MOST * sum(_bytes(page.text) for page in pages)
    assert all(pickle.loads(kept[page.path]) == page for page in pages)  # noqa: S301 - ours


@pytest.mark.dear
@pytest.mark.parametrize("site", SITES)
def test_a_page_is_the_same_whichever_were_rendered_before_it(site: str) -> None:
    catalog = our_catalog() if site == "ours" else examine(read_world().shelf(), DAY)[0]
    present = in_force(catalog, DAY)
    pages, environment = plan(present, WORDS), environment_of(TEMPLATES, WORDS)
    first_to_last = list(render(present, pages, environment))
    last_to_first = list(render(present, reversed(pages), environment))

    assert last_to_first[::-1] == first_to_last


def _bytes(text: str) -> int:
    return len(text.encode())


def _kinds(value: object) -> Iterator[type]:
    """List what a value is made of, however deep."""
    if is_dataclass(value):
        assert not vars(value).keys() - {field.name for field in fields(value)}
        inside: list[object] = [getattr(value, field.name) for field in fields(value)]
    elif isinstance(value, Mapping):
        inside = [*value.keys(), *value.values()]
    elif isinstance(value, (tuple, frozenset)):
        inside = list(value)
    else:
        yield type(value)
        return
    yield from (kind for each in inside for kind in _kinds(each))

"""The tiny site in `example/`, rendered: every page as expected, word for word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from guideway.build import Tree
from guideway.editions.website.navigation import Ways, navigation
from guideway.reports.examination import examine
from tests.support.composing import compose
from tests.support.ours import TEMPLATES, WORDS
from tests.support.world import DAY, World

EXPECTED = Path(__file__).parent / "expected"
KINDS = ("*.md", "*.ics", "*.html", "*.json")


def compose_world(world: World) -> Tree:
    """Render a site from the templates of the repository."""
    catalog, problems = examine(world.shelf(), DAY)
    assert problems == ()
    return compose(catalog, TEMPLATES, WORDS)


@pytest.fixture(scope="module")
def tree(world: World) -> Tree:
    """The rendered tiny site."""
    return compose_world(world)


def test_every_page_is_as_expected(tree: Tree, update: bool) -> None:
    if update:
        _write(tree)
    expected = {
        path.relative_to(EXPECTED).as_posix(): path.read_bytes().decode()
        for kind in KINDS
        for path in EXPECTED.rglob(kind)
        if path.parent.name != "components"
    }

    assert expected == _told(tree)


def test_the_navigation_lists_categories_and_no_guide(tree: Tree) -> None:
    paths = list(_paths(tree.navigation))

    assert set(paths) <= tree.texts.keys()
    assert not [path for path in paths if path.startswith("guides/") and path != "guides/index.md"]


@pytest.mark.parametrize(
    ("kinds", "gone"),
    {
        ("decision",): {"decisions/index.md"},
        ("provider",): {"providers/index.md"},
        ("term",): {"glossary.md"},
        ("warning", "policy"): {"warnings/index.md", "policy.md"},
        ("guide",): {"guides/index.md", "topics/index.md", "actions/index.md"},
        ("guide", "warning"): {
            *("guides/index.md", "topics/index.md", "actions/index.md"),
            *("warnings/index.md", "corrections.md"),
        },
    }.items(),
)
def test_no_way_leads_to_a_list_of_nothing(
    world: World, kinds: tuple[str, ...], gone: set[str]
) -> None:
    """A site that begins has no glossary and no wrong advice: its foot led to empty pages."""
    catalog = examine(world.shelf(), DAY)[0]
    left = {name: each for name, each in catalog.entries.items() if each.kind not in kinds}
    whole, some = (
        set(_paths(navigation(each, WORDS))) for each in (catalog, replace(catalog, entries=left))
    )

    assert whole - some == gone
    assert some <= whole


def test_pictures_and_sources_are_copied(tree: Tree) -> None:
    assert tree.copies["media/bridge.svg"] == "content/media/bridge.svg"
    assert tree.copies["source/content/guides/bridge.yaml"] == "content/guides/bridge.yaml"


def test_rendering_twice_gives_the_same(world: World, tree: Tree) -> None:
    again = World(dict(reversed(list(world.files.items()))), world.media)

    assert json.dumps(dict(tree.texts)) == json.dumps(dict(compose_world(again).texts))


def test_template_syntax_in_a_text_is_shown_as_typed(world: World) -> None:
    world = world.amended("content/guides/bridge.yaml", "goal: '{{ 7 * 7 }} {% raw %} \\*'\n")

    assert "{{ 7 * 7 }} {% raw %} *" in compose_world(world).texts["guides/bridge.md"]


def _write(tree: Tree) -> None:
    for kind in KINDS:
        for old in EXPECTED.rglob(kind):
            if old.parent.name != "components":
                old.unlink()
    for path, text in _told(tree).items():
        (EXPECTED / path).parent.mkdir(parents=True, exist_ok=True)
        (EXPECTED / path).write_bytes(text.encode())


def _told(tree: Tree) -> dict[str, str]:
    """Give what a reader or a program reads.

    Holidays are the library's business, the index of the search that of test_search.py, scripts
    and styles that of the tests in a browser; the schemas are those of the model.
    """
    texts = tree.texts.items()
    return {p: text for p, text in texts if p[-3:] not in {".js", "css"} and "api/schema" not in p}


def _paths(ways: Ways) -> Iterator[str]:
    """List the files a navigation names, also of what it folds away."""
    for way in ways:
        for there in way.values():
            if isinstance(there, str):
                yield there
            else:
                yield from _paths(cast("Ways", there))

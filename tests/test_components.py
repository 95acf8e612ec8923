"""Every component that a guide's page is made of: its samples, rendered as expected."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from guideway.build import examine
from guideway.pages.guides import SECTIONS, guide_page
from guideway.related import relate
from guideway.render import render
from tests.ours import TEMPLATES, WORDS
from tests.sites import ROOT
from tests.world import DAY, World

COMPONENTS = ROOT / "templates" / "components"
EXPECTED = Path(__file__).parent / "expected" / "components"


def _samples() -> Iterator[Any]:
    for file in sorted(COMPONENTS.glob("*.samples.yaml")):
        name = file.name.removesuffix(".samples.yaml")
        for title, fragment in YAML(typ="safe").load(file).items():
            yield pytest.param(name, title, fragment, id=f"{name}: {title}")


@pytest.mark.parametrize(("component", "title", "fragment"), list(_samples()))
def test_a_sample_looks_like_this(
    component: str, title: str, fragment: dict[str, Any], world: World, update: bool
) -> None:
    html = _render(component, fragment, world)
    file = EXPECTED / f"{component}-{re.sub(r'[^a-z]+', '-', title.lower()).strip('-')}.html"
    if update:
        EXPECTED.mkdir(exist_ok=True)
        file.write_text(html)

    assert file.read_text() == html


def test_everything_a_page_includes_has_samples() -> None:
    pages = "".join(text for name, text in TEMPLATES.items() if name.startswith("pages/"))
    included = {
        *re.findall(r'include "components/([a-z]+)\.', pages),
        *SECTIONS,
        "related",
        "sources",
    }
    components = {path.name.split(".")[0] for path in COMPONENTS.glob("*.html.j2")}
    sampled = {path.name.split(".")[0] for path in COMPONENTS.glob("*.samples.yaml")}

    assert included & components == sampled


def _render(component: str, fragment: dict[str, Any], world: World) -> str:
    """Render a component on the page of a guide that has the fragment in it."""
    world = world.amended("content/guides/bridge.yaml", _yaml(fragment))
    catalog, problems = examine(world.shelf(), DAY)
    assert problems == ()
    stage = f'{{% set guide = page.facts.guide %}}{{% include "components/{component}.html.j2" %}}'
    guide = catalog.guides[0]
    page = guide_page(catalog, WORDS, guide, relate(catalog)[guide.name])
    templates = {**TEMPLATES, "pages/guide.md.j2": stage}
    return next(file.text for file in render(catalog, [page], templates, WORDS))


def _yaml(fragment: dict[str, Any]) -> str:
    """Write a fragment down, a key a line: JSON is YAML, but for dates."""
    lines = {
        key: str(value) if isinstance(value, date) else json.dumps(value, ensure_ascii=False)
        for key, value in fragment.items()
    }
    return "".join(f"{key}: {line}\n" for key, line in lines.items())

"""Every component with its samples on one page: to look at, and for the tests to photograph.

The samples are fragments of the guide of the tiny site in `tests/world`. The page is made anew
whenever it is asked for, and is no part of a site. It has no script but those for the colours:
it shows what readers without JavaScript see.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby
from pathlib import Path
from string import Template
from typing import Any

import material
from tests.world import DAY, World, read_world

from guideway.build import examine
from guideway.pages.guides import guide_page
from guideway.pages.render import render
from guideway.project.templates import read_templates, read_words
from guideway.related import relate
from guideway.reports.problem_list import as_text
from guideway.source import Document, read

ROOT = Path(__file__).parent.parent
COMPONENTS = ROOT / "templates" / "components"
_ASSETS = ROOT / "templates" / "theme" / "assets"
_STYLES = ("frame", "guideway", "papers")
_SCRIPTS = ("store.js", "scheme.js")


@dataclass(frozen=True)
class Sample:
    """A component with something in it."""

    component: str
    """Its template in `templates/components/`, without the endings."""
    title: str
    fragment: dict[str, Any]
    """What is changed in the guide of the tiny site."""


def samples() -> Iterator[Sample]:
    """Read them all, a component after the other."""
    for file in sorted(COMPONENTS.glob("*.samples.yaml")):
        name = file.name.removesuffix(".samples.yaml")
        found = read(file.name, file.read_bytes())
        if not isinstance(found, Document) or not isinstance(found.data, dict):
            message = f"{file.name} has no samples that can be read"
            raise TypeError(message)
        for title, fragment in found.data.items():
            yield Sample(name, title, fragment)


def rendered(sample: Sample, world: World) -> str:
    """Render a component on the page of a guide that has the fragment in it."""
    changed = world.amended("content/guides/bridge.yaml", _yaml(sample.fragment))
    catalog, problems = examine(changed.shelf(), DAY)
    if problems:
        raise ValueError(as_text(problems))
    templates, words = read_templates(ROOT / "templates"), read_words(ROOT / "templates")
    include = f'{{% include "components/{sample.component}.html.j2" %}}'
    templates = {
        **templates,
        "pages/guide.md.j2": f"{{% set guide = page.facts.guide %}}{include}",
    }
    guide = catalog.guides[0]
    page = guide_page(catalog, words, guide, relate(catalog)[guide.name])
    return next(render(catalog, [page], templates, words)).text


def gallery() -> str:
    """Put all of them on a page for the folder `gallery/` of a site, in the site's style."""
    (theme,) = Path(material.__file__).parent.glob("templates/assets/stylesheets/main.*.css")
    ours = (_ASSETS / f"{name}.css" for name in _STYLES)
    style = "".join(path.read_text(encoding="utf-8") for path in (theme, *ours))
    scripts = ((_ASSETS / name).read_text(encoding="utf-8") for name in _SCRIPTS)
    world = read_world()
    parts = (
        f'<section id="{name}">\n<h2>{name}</h2>\n{_together(group, world)}</section>'
        for name, group in groupby(samples(), key=lambda sample: sample.component)
    )
    page = Template((ROOT / "tools" / "gallery.html").read_text(encoding="utf-8"))
    return page.substitute(style=style, script="".join(scripts), body="\n".join(parts))


def _together(group: Iterator[Sample], world: World) -> str:
    return "".join(
        f"<p><small>{escape(sample.title)}</small></p>\n{rendered(sample, world)}\n"
        for sample in group
    )


def _yaml(fragment: dict[str, Any]) -> str:
    """Write a fragment down, a key a line: JSON is YAML, but for dates."""
    lines = {
        key: str(value) if isinstance(value, date) else json.dumps(value, ensure_ascii=False)
        for key, value in fragment.items()
    }
    return "".join(f"{key}: {line}\n" for key, line in lines.items())

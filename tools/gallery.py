"""Every component with its samples on one page: to look at, and for the tests to photograph.

The samples are fragments of the guide of the tiny site in `example/`. The page is made anew
whenever it is asked for, and is no part of a site. It has no script but those for the colours:
it shows what readers without JavaScript see.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from itertools import groupby
from pathlib import Path
from string import Template
from typing import Any

import material
import yaml

from guideway.catalog import ContentFiles
from guideway.model.words import Words
from guideway.pages.environment import environment_of
from guideway.pages.guides import guide_page
from guideway.pages.render import render
from guideway.project.content_files import read_shelf
from guideway.project.templates import read_templates, read_words
from guideway.related import relate
from guideway.reports.examination import examine
from guideway.reports.problem_list import as_text
from guideway.source import Document, read

ROOT = Path(__file__).parent.parent
COMPONENTS = ROOT / "templates" / "components"
EXAMPLE = ROOT / "example"
DAY = date(2026, 11, 22)
"""The day on which the tiny site is looked at."""

_GUIDE = "content/guides/bridge.yaml"
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


class _Writer(yaml.SafeDumper):
    """Writes texts that remember how they were written as texts."""


_Writer.add_multi_representer(str, yaml.SafeDumper.represent_str)


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


@dataclass(frozen=True)
class Gallery:
    """Renders samples in the tiny site."""

    files: ContentFiles
    templates: Mapping[str, str]
    words: Words

    def rendered(self, sample: Sample) -> str:
        """Render a component on the page of a guide that has the fragment in it."""
        catalog, problems = examine(self._having(sample.fragment), DAY)
        if problems:
            raise ValueError(as_text(problems))
        include = f'{{% include "components/{sample.component}.html.j2" %}}'
        page = {"pages/guide.md.j2": f"{{% set guide = page.context.guide %}}{include}"}
        guide = catalog.guides[0]
        made = guide_page(catalog, self.words, guide, relate(catalog)[guide.name].lists)
        environment = environment_of({**self.templates, **page}, self.words)
        return next(render(catalog, [made], environment)).text

    def page(self) -> str:
        """Put all of them on a page for the folder `gallery/` of a site, in the site's style."""
        (theme,) = Path(material.__file__).parent.glob("templates/assets/stylesheets/main.*.css")
        ours = (_ASSETS / f"{name}.css" for name in _STYLES)
        style = "".join(path.read_text(encoding="utf-8") for path in (theme, *ours))
        scripts = ((_ASSETS / name).read_text(encoding="utf-8") for name in _SCRIPTS)
        parts = (
            f'<section id="{name}">\n<h2>{name}</h2>\n{self._together(group)}</section>'
            for name, group in groupby(samples(), key=lambda sample: sample.component)
        )
        page = Template((ROOT / "tools" / "gallery.html").read_text(encoding="utf-8"))
        return page.substitute(style=style, script="".join(scripts), body="\n".join(parts))

    def _having(self, fragment: dict[str, Any]) -> ContentFiles:
        """Lay a fragment over the guide; the picture goes with the step that shows it."""
        old = read(_GUIDE, self.files.files[_GUIDE])
        if not isinstance(old, Document) or not isinstance(old.data, dict):
            raise TypeError(f"{_GUIDE} cannot be read")
        whole = {**old.data, **fragment}
        new = yaml.dump(whole, Dumper=_Writer, allow_unicode=True, sort_keys=False)
        media = self.files.media if "picture" in new else {}
        return replace(self.files, files={**self.files.files, _GUIDE: new.encode()}, media=media)

    def _together(self, group: Iterator[Sample]) -> str:
        return "".join(
            f"<p><small>{escape(sample.title)}</small></p>\n{self.rendered(sample)}\n"
            for sample in group
        )


def gallery() -> Gallery:
    """Make one of the tiny site, the templates and the words as they are now."""
    templates = ROOT / "templates"
    files = read_shelf(EXAMPLE, trusted=True)
    return Gallery(files, read_templates(templates), read_words(templates))

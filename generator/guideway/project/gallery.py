"""Every component with its samples on one page: to look at, and for the tests to photograph.

The samples are fragments of the guide of the tiny site in `example/`. The page is made anew
whenever it is asked for, and is no part of a site. It has no script but those for the colours:
it shows what readers without JavaScript see.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from itertools import groupby
from pathlib import Path
from string import Template
from typing import Any

from guideway.catalog import ContentFiles
from guideway.model.words import Words
from guideway.pages.environment import environment_of
from guideway.pages.guides import guide_page
from guideway.pages.render import render
from guideway.project.content_files import read_shelf
from guideway.project.engines import MKDOCS
from guideway.project.templates import example_folder, read_templates, read_words
from guideway.related import relate
from guideway.reports.examination import examine
from guideway.reports.problem_list import as_text
from guideway.source import Document, read

DAY = date(2026, 11, 22)
"""The day on which the tiny site is looked at."""

_GUIDE = "content/guides/bridge.yaml"
_ASSETS = "theme/assets"
_STYLES = ("frame", "guideway", "papers")
_FORM = {"form.txt": b"name\n"}
"""A file to take along."""
_SCRIPTS = ("store.js", "scheme.js")


@dataclass(frozen=True)
class Sample:
    """A component with something in it."""

    component: str
    """Its template in `templates/components/`, without the endings."""
    title: str
    fragment: dict[str, Any]
    """What is changed in the guide of the tiny site."""


def samples(templates: Path) -> Iterator[Sample]:
    """Read them all, a component after the other, from the folder of templates."""
    for file in sorted((templates / "components").glob("*.samples.yaml")):
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
    folder: Path
    """Of the templates."""
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
        ours = (f"{_ASSETS}/{name}.css" for name in _STYLES)
        sheets = [MKDOCS.sheet.read_text("utf-8"), *(self.templates[name] for name in ours)]
        scripts = (self.templates[f"{_ASSETS}/{name}"] for name in _SCRIPTS)
        parts = (
            f'<section id="{name}">\n<h2>{name}</h2>\n{self._together(group)}</section>'
            for name, group in groupby(samples(self.folder), key=lambda sample: sample.component)
        )
        page = Template((self.folder / "preview" / "gallery.html").read_text(encoding="utf-8"))
        body = "\n".join(parts)
        return page.substitute(style="".join(sheets), script="".join(scripts), body=body)

    def _having(self, fragment: dict[str, Any]) -> ContentFiles:
        """Lay a fragment over the guide; files go with the step that shows or offers them."""
        old = read(_GUIDE, self.files.files[_GUIDE])
        if not isinstance(old, Document) or not isinstance(old.data, dict):
            raise TypeError(f"{_GUIDE} cannot be read")
        whole = {**old.data, **fragment}
        new = _as_yaml(whole)
        media = self.files.media if "picture" in new else {}
        media = {**media, **(_FORM if "attachments" in new else {})}
        return replace(self.files, files={**self.files.files, _GUIDE: new.encode()}, media=media)

    def _together(self, group: Iterator[Sample]) -> str:
        return "".join(
            f"<p><small>{escape(sample.title)}</small></p>\n{self.rendered(sample)}\n"
            for sample in group
        )


def gallery(templates: Path) -> Gallery:
    """Make one of the tiny site, the templates and the words as they are now."""
    files = read_shelf(example_folder(), trusted=True)
    return Gallery(files, templates, read_templates(templates), read_words(templates))


def _as_yaml(value: object) -> str:
    """Write a value in one line: JSON is YAML, but for days."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{json.dumps(k)}: {_as_yaml(v)}' for k, v in value.items())}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_as_yaml, value))}]"
    return str(value) if isinstance(value, date) else json.dumps(value, ensure_ascii=False)

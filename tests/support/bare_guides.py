"""Guides as bare pages: what they say, and the scripts that they name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from guideway.catalog import Catalog, Entry
from guideway.editions.website.script_data import (
    asking_file,
    data_file,
    numerals_file,
    store_file,
)
from guideway.model.guides import Guide
from guideway.pages.environment import environment_of
from guideway.pages.guide_parts import GuideContext
from guideway.pages.guides import guide_page
from guideway.pages.page import Page as Planned
from guideway.pages.render import render
from guideway.pages.scripts import in_order, needs_of
from guideway.related import relate
from guideway.reports.examination import examine
from tests.support.ours import TEMPLATES, WORDS
from tests.support.world import DAY, World


def lay_guide(folder: Path, name: str, guide: Entry[Guide], world: World) -> None:
    """Write a guide, in the place of that of the tiny site, as a page with its scripts."""
    catalog, _ = examine(world.shelf(), DAY)
    (bridge,) = catalog.guides
    entry = replace(guide, document=bridge.document)
    own = replace(catalog, entries={**catalog.entries, entry.name: entry})
    planned = guide_page(own, WORDS, entry, relate(own)[entry.name].lists)
    html, scripts = _written(own, planned)
    (folder / f"{name}.js").write_text(scripts, encoding="utf-8")
    text = f'{html}<script src="{name}.js"></script>'
    (folder / f"{name}.html").write_text(text, encoding="utf-8")


def _written(catalog: Catalog, planned: Planned[GuideContext]) -> tuple[str, str]:
    """Give a page, and its scripts in order."""
    body = next(file.text for file in render(catalog, [planned], environment_of(TEMPLATES, WORDS)))
    written = {
        "asking": asking_file(WORDS),
        "data": data_file(DAY, WORDS),
        "numerals": numerals_file(WORDS),
        "store": store_file(TEMPLATES["theme/assets/store.js"], "x", None),
    }
    names = in_order([*planned.scripts], needs_of(TEMPLATES))
    scripts = (written.get(name) or TEMPLATES[f"theme/assets/{name}.js"] for name in names)
    frame = '<!doctype html><html lang="zh"><meta charset="utf-8"><title>t</title><body>'
    return f"{frame}<article>{body}</article>", "\n".join(scripts)

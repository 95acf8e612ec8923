"""Our own site as the tests look at it: read once, composed once, and kept as sites are."""

from __future__ import annotations

import json
import pickle
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import cast

from guideway.catalog import Catalog
from guideway.problems import Problem
from guideway.project.clock import today
from guideway.project.content_files import read_shelf
from guideway.project.making import settings_of
from guideway.project.templates import read_templates, read_words
from guideway.reports.examination import examine
from tests.support.composing import compose
from tests.support.kept import kept, project_files
from tests.support.sites import ROOT
from tests.support.world import DAY

TEMPLATES, WORDS = read_templates(ROOT / "templates"), read_words(ROOT / "templates")

Texts = Mapping[str, str]
"""Path → text, as the engine gets it."""
Findings = tuple[Catalog, tuple[Problem, ...]]


@cache
def our_findings() -> Findings:
    """What is in our content, and what is wrong with it; no date of trust may lie ahead."""

    def write(place: Path) -> None:
        found = examine(read_shelf(ROOT), DAY, today(ROOT))
        (place / "pickle").write_bytes(pickle.dumps(found))

    place = kept("catalog", _content(), write)
    return cast("Findings", pickle.loads((place / "pickle").read_bytes()))  # noqa: S301 - ours


def our_problems() -> tuple[Problem, ...]:
    """What is wrong with our content and no draft; that a page is heavy in a frame may stand."""
    catalog, problems = our_findings()
    drafts = {*catalog.drafts.values()}
    return tuple(
        problem
        for problem in problems
        if problem.code != "heavy-embed" and problem.place.path not in drafts
    )


def our_catalog() -> Catalog:
    """What is in our content."""
    return our_findings()[0]


def our_texts(address: str = "", name: str = "") -> Texts:
    """The texts of our site as the engine gets them; it may have an address."""
    return cast("dict[str, str]", composed(address, name)["texts"])


def our_uses() -> Mapping[str, frozenset[str]]:
    """Path of a page → names of what it shows or rests on."""
    found = cast("dict[str, list[str]]", composed("", "")["uses"])
    return {path: frozenset(names) for path, names in found.items()}


@cache
def composed(address: str, name: str) -> Mapping[str, object]:
    """Compose our site, or take what was: the texts of its pages, and what each of them uses."""

    def write(place: Path) -> None:
        tree = compose(
            our_catalog(),
            TEMPLATES,
            WORDS,
            replace(settings_of(ROOT).info, address=address, name=name),
        )
        uses = {path: sorted(names) for path, names in tree.uses.items()}
        written = json.dumps({"texts": dict(tree.texts), "uses": uses}, ensure_ascii=False)
        (place / "json").write_text(written, encoding="utf-8")

    place = kept("texts", [*_content(), address.encode(), name.encode()], write)
    return cast("dict[str, object]", json.loads((place / "json").read_text(encoding="utf-8")))


@cache
def _content() -> tuple[bytes, ...]:
    files = project_files(ROOT)
    return (str(DAY).encode(), *(part for path in files for part in (path.encode(), files[path])))

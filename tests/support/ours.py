"""Our own site as the tests look at it: read once, composed once."""

from __future__ import annotations

from functools import cache

from guideway.build import Tree, compose
from guideway.catalog import Catalog
from guideway.examine import examine
from guideway.problems import Problem
from guideway.project.clock import today
from guideway.project.content_files import read_shelf
from guideway.project.templates import read_templates, read_words
from tests.support.sites import ROOT
from tests.support.world import DAY

TEMPLATES, WORDS = read_templates(ROOT / "templates"), read_words(ROOT / "templates")


@cache
def our_findings() -> tuple[Catalog, tuple[Problem, ...]]:
    """What is in our content, and what is wrong with it; no date of trust may lie ahead."""
    return examine(read_shelf(ROOT), DAY, today())


def our_catalog() -> Catalog:
    """What is in our content."""
    return our_findings()[0]


@cache
def our_tree() -> Tree:
    """Our site as the engine gets it, while it has no address."""
    return compose(our_catalog(), TEMPLATES, WORDS)

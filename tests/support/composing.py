"""What the engine reads, made of a catalog in this process, one page after the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from guideway.build import Kit, OneByOne, Tree
from guideway.build import compose as composed_with
from guideway.catalog import Catalog
from guideway.model.settings import SiteInfo
from guideway.model.words import Words
from guideway.project.making import settings_of
from tests.support.sites import ROOT

TINY = replace(settings_of(ROOT / "example").info, name="")
"""What the tiny site is, without a name and an address."""


def compose(
    catalog: Catalog,
    templates: Mapping[str, str],
    words: Words,
    site: SiteInfo = TINY,
    *,
    drafts: bool = False,
) -> Tree:
    """Compose a site from these templates and words."""
    return composed_with(catalog, Kit(templates, words, site), OneByOne(), drafts=drafts)

"""The pictures a guide shows."""

import re
from collections.abc import Iterator

from guideway.catalog.entries import Catalog
from guideway.model.guides import Guide
from guideway.source import Trail

SAFE = re.compile(r"(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\.(?:svg|png|jpg|jpeg|webp|avif)")
"""A path that can be published."""


def pictures(guide: Guide) -> Iterator[tuple[Trail, str]]:
    """List the pictures of a guide with the way to each path."""
    for number, step in enumerate(guide.steps):
        if step.picture:
            yield ("steps", number, "picture", "file"), step.picture.file


def shown(catalog: Catalog) -> frozenset[str]:
    """Give the files below `content/media/` that a guide shows; no other is published."""
    named = {file for guide in catalog.guides for _, file in pictures(guide.value)}
    return frozenset(file for file in named if SAFE.fullmatch(file) and file in catalog.media)

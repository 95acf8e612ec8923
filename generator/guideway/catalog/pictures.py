"""The pictures a guide shows: files, and ways in an App that are drawn."""

import re
from collections.abc import Iterator

from guideway.catalog.entries import Catalog
from guideway.model.guides import Guide
from guideway.model.steps import Step, TapPath
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


def paths(guide: Guide) -> Iterator[tuple[Trail, TapPath]]:
    """List the ways in an App that a guide draws, with the way to each."""
    for number, step in enumerate(guide.steps):
        for trail, path in _paths(step):
            if path:
                yield ("steps", number, *trail, "path"), path


def _paths(step: Step) -> Iterator[tuple[Trail, TapPath | None]]:
    yield (), step.path
    for number, each in enumerate(step.substeps):
        yield ("substeps", number), each.path
    for way, other in enumerate(step.alternatives):
        for number, each in enumerate(other.steps):
            yield ("alternatives", way, "steps", number), each.path

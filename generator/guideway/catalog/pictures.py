"""The pictures a guide shows, files and ways in an App that are drawn; and files to take along."""

import re
from collections.abc import Iterable, Iterator

from guideway.catalog.entries import Catalog
from guideway.model.guides import Guide
from guideway.model.steps import SmallStep, Step, Substep, TapPath
from guideway.source import Trail

SAFE = re.compile(r"(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\.(?:svg|png|jpg|jpeg|webp|avif)")
"""The path of a picture that can be published."""
TAKEN = re.compile(r"(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\.(?:pdf|docx|xlsx|csv|txt)")
"""The path of a file to take along."""


def pictures(guide: Guide) -> Iterator[tuple[Trail, str]]:
    """List the pictures of a guide with the way to each path."""
    for trail, step in instructions(guide):
        if step.picture:
            yield (*trail, "picture", "file"), step.picture.file
        if isinstance(step, Step):
            for number, each in enumerate(step.pictures):
                yield (*trail, "pictures", number, "file"), each.file


def attachments(guide: Guide) -> Iterator[tuple[Trail, str]]:
    """List the files that a guide offers to take along, with the way to each path."""
    for number, step in enumerate(guide.steps):
        for place, each in enumerate(step.attachments):
            yield ("steps", number, "attachments", place, "file"), each.file


def shown(catalog: Catalog) -> frozenset[str]:
    """Give the pictures below `content/media/` that a guide shows."""
    named = {file for guide in catalog.guides for _, file in pictures(guide.value)}
    return frozenset(file for file in named if SAFE.fullmatch(file) and file in catalog.media)


def offered(catalog: Catalog) -> frozenset[str]:
    """Give the files below `content/media/` that a guide offers to take along."""
    named = {file for guide in catalog.guides for _, file in attachments(guide.value)}
    return frozenset(file for file in named if TAKEN.fullmatch(file) and file in catalog.media)


def published(catalog: Catalog) -> frozenset[str]:
    """Give the files below `content/media/` that are published: what no guide names is not."""
    return shown(catalog) | offered(catalog)


def paths(guide: Guide) -> Iterator[tuple[Trail, TapPath]]:
    """List the ways in an App that a guide draws, with the way to each."""
    for trail, step in instructions(guide):
        if step.path:
            yield (*trail, "path"), step.path


def instructions(guide: Guide) -> Iterator[tuple[Trail, Step | SmallStep]]:
    """List the steps of a guide with all the smaller ones in them, and the way to each."""
    for number, step in enumerate(guide.steps):
        yield ("steps", number), step
        yield from _smaller(step.substeps, ("steps", number, "substeps"))
        for way, other in enumerate(step.alternatives):
            yield from _smaller(other.steps, ("steps", number, "alternatives", way, "steps"))


def _smaller(steps: Iterable[Substep], at: Trail) -> Iterator[tuple[Trail, SmallStep]]:
    for number, step in enumerate(steps):
        yield (*at, number), step
        for inner, smallest in enumerate(step.substeps):
            yield (*at, number, "substeps", inner), smallest

"""What stands on a page for people in distress."""

from dataclasses import dataclass

from guideway.catalog import Catalog
from guideway.model.care import Box
from guideway.pages.page import Context


@dataclass(frozen=True, kw_only=True)
class Caring(Context):
    """What a page has that people may read in distress."""

    care: Box | None
    """A calm word for them, if its author named one."""


def care_of(catalog: Catalog, name: str | None) -> Box | None:
    """Look up the box that a page names."""
    boxes = (care.value.boxes[name] for care in catalog.cares if name in care.value.boxes)
    return next(boxes, None) if name else None

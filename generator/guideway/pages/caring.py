"""What stands on a page for people in distress."""

from guideway.catalog import Catalog
from guideway.model.care import Box


def care_of(catalog: Catalog, name: str | None) -> Box | None:
    """Look up the box that a page names."""
    boxes = (care.value.boxes[name] for care in catalog.cares if name in care.value.boxes)
    return next(boxes, None) if name else None

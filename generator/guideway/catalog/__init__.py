"""Everything by id, and the ids that exist but could not be read."""

from guideway.catalog.entries import Catalog, Entry
from guideway.catalog.gather import ContentFiles, gather

__all__ = ["Catalog", "ContentFiles", "Entry", "gather"]

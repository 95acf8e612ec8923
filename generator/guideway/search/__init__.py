"""Subjects → the shards of a search index, as scripts that a page loads when somebody searches."""

from guideway.search.index import index_files
from guideway.search.subjects import Place, Subject

__all__ = ["Place", "Subject", "index_files"]

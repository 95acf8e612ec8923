"""Subjects → the shards of a search index, as scripts that a page loads when somebody searches."""

from guideway.search.characters import traditional
from guideway.search.index import index_files
from guideway.search.subjects import Place, Subject
from guideway.search.terms import squeezed

__all__ = ["Place", "Subject", "index_files", "squeezed", "traditional"]

"""Document → pieces of the vocabulary, or problems in the author's words."""

from guideway.catalog.load.filing import Filed, file_of
from guideway.catalog.load.part import Loaded, load

__all__ = ["Filed", "Loaded", "file_of", "load"]

"""Document → pieces of the vocabulary, or problems in the author's words."""

from guideway.load.filing import Filed, file_of
from guideway.load.part import Loaded, load

__all__ = ["Filed", "Loaded", "file_of", "load"]

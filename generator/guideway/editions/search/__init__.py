"""What can be searched: pages and their sections → the shards of an index, loaded as scripts."""

from guideway.editions.search.index import index_files
from guideway.editions.search.lexicon import Lexicon
from guideway.editions.search.subjects import SearchPage, SearchSection
from guideway.editions.search.terms import squeezed

__all__ = ["Lexicon", "SearchPage", "SearchSection", "index_files", "squeezed"]

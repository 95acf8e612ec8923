"""What the search is told of words, beyond what stands on the pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from guideway.editions.search.strange import NONE, Strange


@dataclass(frozen=True)
class Lexicon:
    """The words of a site."""

    groups: Sequence[Sequence[str]] = ()
    """Words that mean the same."""
    fillers: Sequence[str] = ()
    """Words of a question that say nothing about its subject."""
    strange: Strange = NONE
    """Words for what no page is about, folded."""

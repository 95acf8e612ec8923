"""What follows from a subject alone: which terms it has where, and what is shown of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from guideway.editions.search.cards import Card, Idle, card_of, idle_of
from guideway.editions.search.charset import PLAIN, Code
from guideway.editions.search.documents import SearchDocument, Written, document
from guideway.editions.search.postings import Postings, postings
from guideway.editions.search.subjects import SearchPage
from guideway.editions.search.synonyms import Kin, kin
from guideway.editions.search.terms import RUN, as_written, fold
from guideway.model.stemming import Stemming
from guideway.pages.variants import simplified


@dataclass(frozen=True)
class Indexing:
    """What all subjects are indexed with."""

    groups: Sequence[Sequence[str]] = ()
    """Words that mean the same."""
    fillers: Sequence[str] = ()
    """Words of a question that say nothing about its subject."""
    stemming: Stemming | None = None
    """How forms of words are known, if they are."""
    code: Code = PLAIN
    """How the language is written in short."""

    def __reduce__(self) -> tuple[object, ...]:
        """Leave out what is made of it: that goes to no other process."""
        return Indexing, (self.groups, self.fillers, self.stemming, self.code)

    @cached_property
    def folding(self) -> Mapping[int, str]:
        """What is written simply."""
        return simplified()

    @cached_property
    def related(self) -> Kin:
        """Give the words that mean the same, ready to be found."""
        folded = ([fold(word, self.folding) for word in group] for group in self.groups)
        return kin(folded, self.stemming)

    @cached_property
    def fillers_said(self) -> Sequence[str]:
        """Give the fillers as the page finds them in what was typed."""
        return [_said(fold(word, self.folding)) for word in self.fillers]

    @cached_property
    def idle(self) -> Idle:
        """Give the words that say nothing."""
        return idle_of(self.fillers_said)


@dataclass(frozen=True)
class IndexedPage:
    """A subject as the index takes it up, whatever else is in it."""

    slots: int
    """How many numbers its passages take."""
    found: Postings
    """Which of its passages have a term; 0 stands for itself, in what it has once."""
    card: Card
    bits: tuple[str, ...]
    """The pieces of its card in bits, if the language has phrases."""
    texts: tuple[Written, ...]
    """What is written in it, with the same numbers, where words have forms."""


def index_pages(indexing: Indexing, subjects: Sequence[SearchPage]) -> tuple[IndexedPage, ...]:
    """Index what can be found on one page: a task."""
    return tuple(_indexed(indexing, each) for each in subjects)


def _indexed(indexing: Indexing, subject: SearchPage) -> IndexedPage:
    read: SearchDocument = document(subject, indexing.related, indexing.folding)
    texts, phrases = tuple(read.written()), indexing.code.phrases
    card = card_of(read, indexing.idle)
    return IndexedPage(
        read.slots,
        postings(texts, indexing.stemming or as_written),
        card,
        tuple(phrases.bits(piece) for piece in card.pieces) if phrases else (),
        texts if indexing.stemming else (),
    )


def _said(folded: str) -> str:
    """Write a filler without anything between its signs, but for words that are not Han."""
    runs = list(RUN.finditer(folded))
    return ("" if any(run["han"] for run in runs) else " ").join(run[0] for run in runs)

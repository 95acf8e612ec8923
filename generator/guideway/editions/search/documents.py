"""What a result is shown from: the texts of all passages, and where they are on the site."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guideway.editions.search.subjects import FIELDS, SearchPage, SearchPassage, passages
from guideway.editions.search.synonyms import Kin
from guideway.editions.search.terms import fold

_CHUNK = 2400
"""A page with more bytes of text than this is handed over in parts, but its names in one."""
_TOGETHER = ("title", "kin", "summary", "aliases", "asked")
"""What a query is held against as a whole: the first lines of a page."""


@dataclass(frozen=True)
class SearchDocument:
    """A subject, cut up and folded."""

    subject: SearchPage
    passages: tuple[SearchPassage, ...]
    folded: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """Write every passage as one line: the letter of its field and its text, and what it has.

        That is where it leads, how fresh the page is (in the first line), and the truth that is
        shown beside it. Words of kin are never shown.
        """
        day = self.subject.fresh.toordinal() if self.subject.fresh else 0
        for number, passage in enumerate(self.passages):
            text = FIELDS[passage.field] + ("" if passage.field == "kin" else passage.text)
            columns = (text, passage.address or "", "" if number else str(day), passage.truth)
            yield "\t".join(columns).rstrip("\t") + "\n"


def document(subject: SearchPage, related: Kin, folding: Mapping[int, str]) -> SearchDocument:
    """Cut a subject up, and add the words that mean the same as words of its names."""
    cut = list(passages(subject))
    folded = [fold(passage.text, folding) for passage in cut]
    names = [text for one, text in zip(cut, folded, strict=True) if one.field in _NAMES]
    others = related.of(names)
    if others:
        cut.insert(1, SearchPassage("kin", ""))
        folded.insert(1, "\n".join(others))
    return SearchDocument(subject, tuple(cut), tuple(folded))


_NAMES = ("title", "aliases")
"""The fields whose words have kin."""


def chunks(documents: Sequence[SearchDocument]) -> Iterator[tuple[str, str]]:
    """Give the texts in parts that are loaded together: number of the first passage, and text."""
    number = 0
    for one in documents:
        held, first = "", number
        for passage, line in zip(one.passages, one.lines(), strict=True):
            is_full = len((held + line).encode()) > _CHUNK and passage.field not in _TOGETHER
            if held and is_full:
                yield str(first), held
                held, first = "", number
            held += line
            number += 1
        yield str(first), held

"""A question of readers has a word of the step, day, letter, outcome or other piece it belongs to.

The search opens that place for it, so the answer has to be there. Words that mean the same by
`content/synonyms.yaml` count as one; those that say nothing (怎么, 可以) count as none. Three
characters that stand there apart from each other count as a word: who asks says it otherwise.

Wrong:

    content/guides/bridge.yaml
    steps:
      - {id: pay, do: 回答守桥人的问题, asked: [船票多少钱]}
      - {id: wait, do: 等守桥人回来}

Right:

    content/guides/bridge.yaml
    steps:
      - {id: pay, do: 回答守桥人的问题, asked: [守桥的会问什么]}
      - {id: wait, do: 等守桥人回来}
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from guideway.catalog import Catalog, Entry
from guideway.model.texts import Part
from guideway.problems import Problem
from guideway.source import Trail

_PIECES = ("steps", "deadlines", "letters", "troubles", "now", "corrections", "outcomes")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_ENOUGH = 3
_RUN = re.compile(r"[\u4e00-\u9fff]{2,}|[^\W_\u4e00-\u9fff]{2,}")


Answered = Callable[[str, str], bool]
"""Says of a question and of a text whether they share a word."""


def check_piece(catalog: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find every question that shares no word with what it is asked of."""
    is_answered = catalog.kept(_answered)
    for trail, asked in _asked(entry.value):
        said = "\n".join(_texts(entry, trail)).lower()
        for number, question in enumerate(asked):
            if not is_answered(question.lower(), said):
                message = "no word of this question is in what it is asked of"
                hint = "put it where it is answered, or answer it here"
                place = entry.place(*trail, "asked", number)
                yield Problem(
                    place, message, code="unanswered-question", hint=hint, level="warning"
                )


def _answered(catalog: Catalog) -> Answered:
    groups, idle = _known(catalog)
    stem = catalog.language.stemming
    if stem is None:
        return _ByPieces(groups, re.compile("|".join(map(re.escape, idle)) or r"(?!)"))
    kin = [
        (_stems(" ".join(group), stem), [_stems(word, stem) for word in group]) for group in groups
    ]
    return _ByForms(stem, kin, _stems(" ".join(idle), stem))


def _asked(value: Any) -> Iterator[tuple[Trail, Sequence[str]]]:
    """The questions of all pieces, and where these are."""
    for name in _PIECES:
        pieces = getattr(value, name, ())
        listed = pieces.items() if isinstance(pieces, dict) else enumerate(pieces)
        for key, piece in listed:
            yield (name, key), piece.asked


def _texts(entry: Entry[Any], trail: Trail) -> Iterator[str]:
    for written in entry.texts:
        if written.trail[:2] == trail and "asked" not in written.trail:
            yield written.value


@dataclass(frozen=True)
class _ByPieces:
    """Where words have no forms: a piece of the question, or of its kin, stands anywhere."""

    groups: list[list[str]]
    fillers: re.Pattern[str]

    def __call__(self, question: str, said: str) -> bool:
        asked = self.fillers.sub(" ", question)
        words = set(_words(asked))
        kin = (group for group in self.groups if any(word in question for word in group))
        return (
            not words
            or any(word in said for word in words)
            or len({*_HAN.findall(asked)} & {*said}) >= _ENOUGH
            or any(word in said for group in kin for word in group)
        )


@dataclass(frozen=True)
class _ByForms:
    """Where words have forms: a word of the question, or of its kin, stands in any of them."""

    stem: Callable[[str], str]
    kin: list[tuple[set[str], list[set[str]]]]
    """The stems of words that mean the same: of all of them, and of each."""
    fillers: set[str]

    def __call__(self, question: str, said: str) -> bool:
        words, there = _stems(question, self.stem), _stems(said, self.stem)
        others = (all_ for all_, each in self.kin if any(word <= words for word in each))
        return words <= self.fillers or bool((words - self.fillers).union(*others) & there)


def _stems(text: str, stem: Callable[[str], str]) -> set[str]:
    return {stem(word) for word in _words(text)}


def _known(catalog: Catalog) -> tuple[list[list[str]], list[str]]:
    """Give words that mean the same, and those that say nothing, longer ones first."""
    known = [entry.value for entry in catalog.synonyms]
    groups = [[word.lower() for word in group] for each in known for group in each.groups]
    idle = [*catalog.language.fillers, *(word for each in known for word in each.fillers)]
    return groups, sorted(idle, key=len, reverse=True)


def _words(text: str) -> Iterator[str]:
    """Pairs of Han characters, and whole words of letters."""
    for run in _RUN.findall(text):
        yield from [run] if run[0].isascii() else map("".join, pairwise(run))

"""A question of readers has a word of the step, day, letter, outcome or other piece it belongs to.

The search opens that place for it, so the answer has to be there. Words that mean the same by
`content/synonyms.yaml` count as one; those that say nothing (怎么, 可以) count as none. Three
characters that stand there apart from each other count as a word: who asks says it otherwise. The
same goes for titles of `content/backlog.yaml` and the page or place that is said to answer them.

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
from functools import cache, partial
from itertools import pairwise
from typing import Any

from guideway.catalog import Catalog, Entry
from guideway.catalog.answering_places import ANSWERING, answering_places
from guideway.model.texts import Part
from guideway.problems import Place, Problem
from guideway.source import Trail

_HAN = re.compile(r"[\u4e00-\u9fff]")
_ENOUGH = 3
_RUN = re.compile(r"[\u4e00-\u9fff]{2,}|[^\W_\u4e00-\u9fff]{2,}")
_QUESTION = (
    "no word of this question is in what it is asked of",
    "put it where it is answered, or answer it here",
)
_TITLE = (
    "no word of this title is in what is said to answer it",
    "name the page or place that answers it, or answer it there",
)

Answered = Callable[[str, str], bool]
"""Says of a question and of a text whether they share a word."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every title of the backlog that shares no word with what is said to answer it."""
    is_answered, said_at = _answered(catalog), cache(partial(_said_at, catalog))
    for backlog in catalog.backlogs:
        for number, title in enumerate(backlog.value.titles):
            for at, answer in enumerate(title.answered):
                said = said_at(answer)
                if said and not is_answered(title.title.lower(), said):
                    yield _problem(backlog.place("titles", number, "answered", at), _TITLE)


def check_piece(catalog: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find every question that shares no word with what it is asked of."""
    is_answered = catalog.kept(_answered)
    for trail, asked in _asked(entry.value):
        said = _said(entry, trail)
        for number, question in enumerate(asked):
            if not is_answered(question.lower(), said):
                yield _problem(entry.place(*trail, "asked", number), _QUESTION)


def _problem(place: Place, told: tuple[str, str]) -> Problem:
    message, hint = told
    return Problem(place, message, code="unanswered-question", hint=hint, level="warning")


def _said_at(catalog: Catalog, answer: str) -> str:
    """Give the texts of a page or place, or nothing if there is none: another rule tells that."""
    name, _, place = answer.partition("#")
    entry = catalog.entries.get(name)
    trail = answering_places(entry.value).get(place) if entry and place else ()
    return _said(entry, trail) if entry and trail is not None else ""


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
    for name in ANSWERING:
        pieces = getattr(value, name, ())
        listed = pieces.items() if isinstance(pieces, dict) else enumerate(pieces)
        for key, piece in listed:
            yield (name, key), piece.asked


def _said(entry: Entry[Any], trail: Trail) -> str:
    own = (text for text in entry.texts if text.trail[: len(trail)] == trail)
    return "\n".join(text.value for text in own if "asked" not in text.trail).lower()


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

"""Of the sentences in the steps of a guide, few are long.

A single long sentence may be needed; where one in twenty is, a reader in a hurry loses the thread.
This is a warning, at the longest, for a guide of twenty sentences or more. How long is long is said
of each language: 40 characters in Chinese. What is quoted and lines of code do not count.

Wrong:

    content/guides/bridge.yaml
    steps:
      - id: pay
        do: 回答守桥人的问题
        points: [(走到对岸。)×20, 走×45, 看×45]

Right:

    content/guides/bridge.yaml
    steps:
      - id: pay
        do: 回答守桥人的问题
        points: [(走到对岸。)×20, 走×35, 看×35]
"""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.catalog.kinds import is_guide
from guideway.model.guides import Guide
from guideway.model.languages import Sentence
from guideway.model.texts import Part, TextKind
from guideway.problems import Problem

_READ_IN_STEPS = {"steps", "warnings"}
_ENOUGH = 20
"""Of fewer sentences a share says nothing."""
_SHARE = 0.05
"""Measured over 2,655 sentences of 22 guides: 1.4 % are long, 3.7 % in the guide with the most."""
_WORD = 4
"""What is shorter is no sentence."""


class _Said(NamedTuple):
    length: int
    sentence: str
    text: FieldText


def check_piece(catalog: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find a guide with many long sentences, and of it the longest."""
    known = catalog.language.sentence
    if known is None or known.easy is None or not is_guide(entry):
        return
    said = list(_sentences(entry, known))
    long = [each for each in said if each.length > known.easy]
    if len(said) >= _ENOUGH and len(long) > _SHARE * len(said):
        yield _problem(entry, known, long, len(said))


def _problem(guide: Entry[Guide], known: Sentence, long: list[_Said], of: int) -> Problem:
    longest = max(long, key=lambda each: each.length)
    message = f"{len(long)} of {of} sentences have more than {known.easy} {known.asked}"
    hint = f"make two of some; the longest, of {longest.length}, is here"
    place = guide.place_of(longest.sentence.strip()[:8], *longest.text.trail)
    return Problem(place, message, code="many-long-sentences", hint=hint, level="warning")


def _sentences(guide: Entry[Guide], known: Sentence) -> Iterator[_Said]:
    texts = (text for text in guide.texts if text.trail[0] in _READ_IN_STEPS and _is_read(text))
    return chain.from_iterable(_in_text(text, known) for text in texts)


def _is_read(text: FieldText) -> bool:
    is_markup = isinstance(text.mark, TextKind) and text.mark.markup in {"inline", "prose"}
    return is_markup and not text.is_of_others


def _in_text(text: FieldText, known: Sentence) -> Iterator[_Said]:
    for sentence in known.ends.split(known.quoted.sub("“”", text.said)):
        length = known.length(sentence)
        if length >= _WORD:
            yield _Said(length, sentence, text)

"""A thing has one word.

`content/wording.yaml` lists the words we have chosen (`use`), and others for the same
(`instead_of`): a reader who meets two words wonders whether they mean two things. A longer word may
hold one of them (`within`: 律师函), and so may words in quotation marks, a source, and what readers
type or others claim.

Wrong:

    content/wording.yaml
    wordings:
      - {use: 信, instead_of: [函], within: [律师函]}
    content/guides/bridge.yaml
    goal: 过桥前写一份函

Right:

    content/wording.yaml
    wordings:
      - {use: 信, instead_of: [函], within: [律师函]}
    content/guides/bridge.yaml
    goal: 过桥前写一封信，不怕收到律师函
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.help import Help
from guideway.model.policy import Backlog, Policy
from guideway.model.synonyms import Synonyms
from guideway.model.texts import Part
from guideway.model.wording import Wording, Wordings
from guideway.problems import Place, Problem

_DATA = (Policy, Backlog, Synonyms, Help, Wordings)
_QUOTING = {"source", "sources", "mistaken", "looks"}
_BEFORE = 4
"""How many characters before a word say which of several it is."""
_QUOTED = re.compile("(?ms)^ {0,3}```.*?^ *```|“[^”]*”|‘[^’]*’|「[^」]*」|《[^》]*》")


class _Heard(NamedTuple):
    any_of: re.Pattern[str]
    """Any word that may be wrong, so that most texts are looked at once."""
    words: Sequence[tuple[Wording, re.Pattern[str]]]


def check_text(catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find every word that stands for one we have chosen."""
    heard = catalog.kept(_heard)
    if not heard or not heard.any_of.search(text.value) or isinstance(entry.value, _DATA):
        return
    if not text.is_of_others and _QUOTING.isdisjoint(text.trail):
        yield from _said(entry, text, heard.words)


def pattern_of(wording: Wording) -> re.Pattern[str]:
    """Match longer words first and keep nothing of them; then the words to be replaced."""
    longer = [re.escape(word) for word in sorted(wording.within, key=len, reverse=True)]
    words = sorted(wording.instead_of, key=len, reverse=True)
    others = [(r"(?<!\d)" if word[0].isdigit() else "") + re.escape(word) for word in words]
    return re.compile("|".join([*longer, f"({'|'.join(others)})"]))


def _heard(catalog: Catalog) -> _Heard | None:
    wordings = [each for entry in catalog.wordings for each in entry.value.wordings]
    if not wordings:
        return None
    others = {word for wording in wordings for word in wording.instead_of}
    any_of = re.compile("|".join(map(re.escape, sorted(others))))
    return _Heard(any_of, [(wording, pattern_of(wording)) for wording in wordings])


def _said(
    entry: Entry[Part], text: FieldText, heard: Sequence[tuple[Wording, re.Pattern[str]]]
) -> Iterator[Problem]:
    own = _QUOTED.sub(lambda quoted: "\0" * len(quoted[0]), text.value)
    for wording, pattern in heard:
        may = not set(wording.not_in).isdisjoint(text.trail)
        for said in () if may else pattern.finditer(own):
            if said[1]:
                message = f"“{said[1]}” is “{wording.use}” on this site"
                hint = f"write “{wording.use}”, or quote it"
                yield Problem(_place(entry, text, said), message, code="other-word", hint=hint)


def _place(entry: Entry[Part], text: FieldText, said: re.Match[str]) -> Place:
    """Find the word where it is wrong: it may stand in a longer one before."""
    before = text.value[max(0, said.start() - _BEFORE) : said.start()]
    place = entry.place_of(before + said[0], *text.trail)
    if place.length != len(before + said[0]):
        return entry.place_of(said[0], *text.trail)
    return replace(place, column=place.column + len(before), length=len(said[0]))

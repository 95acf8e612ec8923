"""Statements that promote what the policy excludes: where a text makes one.

A text is looked at sentence by sentence, once: every word of the policy that stands in it is
noted, then phrases and combinations are looked up among the notes. A question and its answer are
one statement.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from guideway.catalog.folding import fold
from guideway.model.policy import Policy, PolicyClass

_QUOTED = re.compile('\u201c[^\u201d]*\u201d|\u300c[^\u300d]*\u300d|\u300e[^\u300f]*\u300f|"[^"]*"')
_SENTENCE = re.compile(r"[^\u3002;!]+")
_BREAK = re.compile("[,:\\0]")
_LETTER = re.compile(r"\w")
_MASK = "\0"
_GAP = "\u2026"
_WITHIN = 6
"""How many characters the gap in a word may be."""
_WARNS, _HOLLOW = "warns:", "hollow:"
"""Names under which words are noted that are in no group; no id has a colon."""


@dataclass(frozen=True)
class Promotion:
    """A statement that promotes something."""

    said: str
    """The words that do, and what stands between them, as they were written."""
    of: PolicyClass
    """The class of what is promoted."""


@dataclass(frozen=True, order=True)
class _Note:
    """A word of the policy in a sentence: from where to where."""

    start: int
    end: int

    def holds(self, other: _Note) -> bool:
        return self.start <= other.start and other.end <= self.end


_Notes = dict[str, list[_Note]]
_Word = tuple[str, ...]
"""A word as it is compared: its parts, between which there is a gap."""


@dataclass(frozen=True)
class PromotionDetector:
    """What hears promotions: the words of a policy, ready to be looked up."""

    policy: Policy
    starts: Mapping[str, Sequence[_Word]]
    """How a word starts, its first two characters or its only one → the words that start so."""
    groups: Mapping[_Word, Sequence[str]]
    """A word → the groups it is in."""
    phrases: Mapping[str, PolicyClass]
    """The name under which the phrases of a class are noted → the class."""
    together: Mapping[str, Sequence[tuple[Sequence[str], PolicyClass]]]
    """The first group of a combination → its groups and what they promote."""

    @cached_property
    def begins(self) -> frozenset[tuple[str, ...]]:
        """The keys of `starts`, sign by sign: such pairs are made faster than texts are cut."""
        return frozenset(map(tuple, self.starts))

    def promotions(self, text: str) -> Iterator[Promotion]:
        """Find the promoting statements of a paragraph, at most one in each sentence."""
        folded = fold(text)
        if not self._may(folded.text):
            return
        for sentence in _SENTENCE.finditer(_QUOTED.sub(_masked, folded.text)):
            start, end = sentence.span()
            for span, named in self._heard(sentence[0], folded.text[start:end]):
                place = folded.written(start + span.start, start + span.end)
                yield Promotion(text[place], named)
                break

    def _may(self, text: str) -> bool:
        """Say whether all words are there of anything that promotes, wherever: most lack some."""
        begun = self.begins & {*zip(text, strict=True), *pairwise(text)}
        if not begun:
            return False
        words = (word for start in map("".join, begun) for word in self.starts[start])
        there = {name for word in words if word[0] in text for name in self.groups[word]}
        found = (groups for name in there for groups, _ in self.together.get(name, ()))
        return not there.isdisjoint(self.phrases) or any(there.issuperset(each) for each in found)

    def _heard(self, own: str, whole: str) -> Iterator[tuple[_Note, PolicyClass]]:
        """Find what a sentence promotes in its own words, or, if it recommends, in quoted ones."""
        notes = self._notes(own)
        recommends = any(group in notes for group in self.policy.warns.despite)
        if recommends or not _LETTER.search(own):
            notes = self._notes(whole)
        if recommends or not _warns(notes):
            yield from self._promoted(notes)

    def _promoted(self, notes: _Notes) -> Iterator[tuple[_Note, PolicyClass]]:
        for name in notes:
            if named := self.phrases.get(name):
                yield from ((note, named) for note in notes[name])
        for name in notes:
            for groups, named in self.together.get(name, ()):
                if notes.keys() >= set(groups) and notes.keys().isdisjoint(named.unless):
                    where = [notes[group] for group in groups]
                    yield from ((span, named) for span in _spans(where, self.policy.near))

    def _notes(self, sentence: str) -> _Notes:
        """Note every word of the policy in a sentence, by group, in the order of the sentence."""
        found = defaultdict[str, list[_Note]](list)
        for at, sign in enumerate(sentence):
            for start in (sign, sentence[at : at + 2]):
                for word in self.starts.get(start, ()):
                    end = _end(word, sentence, at)
                    for group in self.groups[word] if end else ():
                        found[group].append(_Note(at, end))
        return dict(found)


def listen(policy: Policy) -> PromotionDetector:
    """Learn the words of a policy."""
    groups = defaultdict[_Word, list[str]](list)
    for name, phrases in _vocabulary(policy):
        for word in filter(None, dict.fromkeys(map(_word, phrases))):
            groups[word].append(name)
    starts = defaultdict[str, list[_Word]](list)
    for word in groups:
        starts[word[0][:2]].append(word)
    together: dict[str, list[tuple[Sequence[str], PolicyClass]]] = defaultdict(list)
    for named in policy.classes.values():
        for names in filter(None, named.together):
            together[names[0]].append((names, named))
    named_by = {_phrases(name): named for name, named in policy.classes.items()}
    return PromotionDetector(policy, dict(starts), dict(groups), named_by, dict(together))


def _vocabulary(policy: Policy) -> Iterator[tuple[str, Sequence[str]]]:
    yield _WARNS, policy.warns.words
    yield _HOLLOW, policy.warns.hollow
    yield from ((name, group.words) for name, group in policy.groups.items())
    yield from ((_phrases(name), named.promotes) for name, named in policy.classes.items())


def _phrases(name: str) -> str:
    """Name the phrases of a class among the groups."""
    return f"promotes:{name}"


def _word(phrase: str) -> _Word:
    parts = (fold(part).text for part in phrase.split(_GAP))
    return tuple(part for part in parts if part)


def _end(word: _Word, sentence: str, at: int) -> int:
    """Say where a word that is to start here ends; 0 if it is not here."""
    first, *rest = word
    if not sentence.startswith(first, at):
        return 0
    at += len(first)
    for part in rest:
        found = sentence.find(part, at, at + _WITHIN + len(part))
        if found < 0 or _BREAK.search(sentence, at, found):
            return 0
        at = found + len(part)
    return at


def _masked(quoted: re.Match[str]) -> str:
    return _MASK * len(quoted[0])


def _warns(notes: _Notes) -> bool:
    hollow = notes.get(_HOLLOW, ())
    return any(not any(word.holds(warning) for word in hollow) for warning in notes.get(_WARNS, ()))


def _spans(where: Sequence[Sequence[_Note]], near: int) -> Iterator[_Note]:
    """Find where a note of each group stands near the others; one word counts for one group."""
    if all(where):
        for group, notes in enumerate(where):
            for first in notes:
                chosen = _with(first, [*where[:group], *where[group + 1 :]])
                end = max(note.end for note in chosen)
                if len(chosen) == len(where) and end - first.start <= near:
                    yield _Note(first.start, end)


def _with(first: _Note, others: Sequence[Sequence[_Note]]) -> list[_Note]:
    """Choose the next note of each other group after this one."""
    chosen = [first]
    for notes in others:
        later = (note for note in notes if note.start >= first.start)
        free = (n for n in later if not any(n.holds(c) or c.holds(n) for c in chosen))
        chosen += [note] if (note := next(free, None)) else []
    return chosen

"""Which sentences go on into a draft, and why others do not."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from guideway.imports.parts import Said
from guideway.imports.phrases import Phrases
from guideway.imports.sentences import Sentence

_SHORT = 8
"""What is shorter may be said twice."""


class Dropped(NamedTuple):
    """A sentence that is not in the draft."""

    sentence: Sentence
    why: str
    """Such as `furniture`, `promotion`, `repeated`: the tally says what each means."""


class Sieve:
    """Looks at each sentence once, and notes what does not pass."""

    def __init__(self, phrases: Phrases, promotes: Callable[[str], bool]) -> None:
        self.phrases = phrases
        self.dropped: list[Dropped] = []
        self._promotes = promotes
        self._seen: set[str] = set()

    def kept(self, sentences: Iterable[Sentence], *, is_list_below: bool = False) -> Said:
        """Give those that may stand in a guide; what announces a list goes if that is there."""
        return tuple(s for s in sentences if self._passes(s, is_list_below=is_list_below))

    def drop(self, sentences: Iterable[Sentence], why: str) -> None:
        """Note sentences that have no place."""
        self.dropped += [Dropped(sentence, why) for sentence in sentences]

    def _passes(self, sentence: Sentence, *, is_list_below: bool) -> bool:
        if sentence.is_whole:
            why = "promotion" if self._promotes(sentence.text) else ""
        else:
            why = self._why(sentence.text, is_list_below=is_list_below)
        if why:
            self.drop([sentence], why)
        self._seen.add(sentence.text)
        return not why

    def _why(self, text: str, *, is_list_below: bool) -> str:
        if self._promotes(text):
            return "promotion"
        if why := self.phrases.why_left_out(text):
            return why
        if len(text) > _SHORT and text in self._seen:
            return "repeated"
        is_announcing = is_list_below and self.phrases.tells("announces", text)
        return "announcing" if is_announcing else ""

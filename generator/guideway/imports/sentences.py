"""Words of an article → sentences, each with the line it stands in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guideway.imports.lines import Line, in_simple

_ENDS = re.compile(r"(?<=[。！？；!?;])[”」』）)\"']*\s*|(?<=[a-z0-9)\"'][.])\s+(?=[A-Z“\"(])")
_LABEL = re.compile(
    r"^(?P<label>[^：:。，；！？!?\n]{1,40})(?<!\d)[：:](?!//)\s*(?P<rest>\S.*)$", re.DOTALL
)
_LETTER = re.compile(r"\w")
_LATIN_END = re.compile(r"[A-Za-z0-9.,;:!?)\"']$")
_LATIN_START = re.compile(r"[A-Za-z0-9(\"'“]")
_END = " \t\u3000；;，,、：:"


@dataclass(frozen=True)
class Sentence:
    """One sentence, or a title."""

    line: int
    """From 1."""
    text: str
    """In simplified characters."""
    written: str = ""
    """As it was written, if that was in traditional characters."""


def sentences(line: Line) -> tuple[Sentence, ...]:
    """Take the words of a line apart."""
    return tuple(_of(line, piece) for piece in _cut(line.text))


def with_label(line: Line) -> tuple[Sentence | None, tuple[Sentence, ...]]:
    """Take “登录：打开 App。” apart into its label and the rest; without one, there is none."""
    found = _LABEL.match(line.text)
    if not found:
        return None, sentences(line)
    label = _of(line, found["label"].strip())
    return label, tuple(_of(line, piece) for piece in _cut(found["rest"]))


def joined(said: Iterable[Sentence]) -> str:
    """Write sentences one after the other, with a space where letters meet."""
    text = ""
    for sentence in said:
        is_latin = _LATIN_END.search(text) and _LATIN_START.match(sentence.text)
        text += (" " if is_latin else "") + sentence.text
    return text


def trimmed(text: str) -> str:
    """Give a title or an item without the signs that only lead on to the next."""
    return text.strip(_END)


def is_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does; a title does not."""
    return bool(re.search(r"[。！!；;…][”」』）)\"']*$|[a-z0-9)][.][\"']*$", text))


def _of(line: Line, piece: str) -> Sentence:
    at = in_simple(line.written).find(piece) if line.written else 0
    return Sentence(line.number, piece, line.written[at : at + len(piece)] if at >= 0 else "")


def _cut(text: str) -> Iterator[str]:
    at = 0
    for end in _ENDS.finditer(text):
        yield from _kept(text[at : end.end()])
        at = end.end()
    yield from _kept(text[at:])


def _kept(piece: str) -> Iterator[str]:
    if _LETTER.search(piece):
        yield piece.strip()

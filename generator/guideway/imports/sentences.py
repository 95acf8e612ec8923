"""Words of an article → sentences, each with the line it stands in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guideway.imports.inline_code import CLOSE, OPEN, bare, is_in_code
from guideway.imports.lines import Line, Table, in_simple, row_text

_ENDS = re.compile(
    r"(?<=[。！？；!?;])[”」』）)\"']*\s*"
    rf"|(?<=[a-z0-9)\"'{CLOSE}][.])\s+(?=[A-Z“\"({OPEN}])"
)
_LABEL = re.compile(
    r"^(?P<label>[^：:。，；！？!?\n]{1,40})(?<!\d)[：:](?!//)\s*(?P<rest>\S.*)$", re.DOTALL
)
_LETTER = re.compile(r"\w")
_LATIN_END = re.compile(r"[A-Za-z0-9.,;:!?)\"']$")
_LATIN_START = re.compile(r"[A-Za-z0-9(\"'“]")
_ENDED = re.compile(r"[^\w\s”」』）)\"'`%]\W*$")
_BETWEEN = {False: "；", True: ";"}
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
    coded: str = ""
    """The same with signs around code (`inline_code`), if there is any in it."""
    fence: str = ""
    """Of code: the line that opens it; `text` is all of it."""
    cells: tuple[str, ...] = ()
    """Of a row of a table: what stands in it."""
    odd: str = ""
    """What its file leaves open about it: the name of a doubt."""

    @property
    def is_whole(self) -> bool:
        """Whether it is code or a row of a table, which stand for themselves."""
        return bool(self.fence or self.cells)

    @property
    def shown(self) -> str:
        """As it was written; of code the first line."""
        first, *more = (self.written or self.text).split("\n")
        return first + (" …" if more else "")


def sentences(line: Line) -> tuple[Sentence, ...]:
    """Take the words of a line apart."""
    if line.fence:
        return (Sentence(line.number, line.text, fence=line.fence),)
    if line.table:
        return tuple(
            Sentence(line.number + n, bare(row_text(row)), cells=row, odd=_odd(line.table, n))
            for n, row in enumerate(line.table.rows)
        )
    return tuple(_of(line, piece) for piece in _cut(line.text))


def with_label(line: Line) -> tuple[Sentence | None, tuple[Sentence, ...]]:
    """Take “登录：打开 App。” apart into its label and the rest; without one, there is none."""
    found = None if line.is_whole else _LABEL.match(line.text)
    if not found or is_in_code(line.text, found.end("label")):
        return None, sentences(line)
    label = _of(line, found["label"].strip())
    return label, tuple(_of(line, piece) for piece in _cut(found["rest"]))


def joined(said: Iterable[Sentence], *, is_coded: bool = False) -> str:
    """Write sentences one after the other, with a space where letters meet.

    A line that nothing ends does not run into the next.
    """
    text, before, line = "", "", 0
    for sentence in said:
        if before and sentence.line != line and not _ENDED.search(before):
            text, before = text + _BETWEEN[before.isascii()], _BETWEEN[before.isascii()]
        is_latin = _LATIN_END.search(before) and _LATIN_START.match(sentence.text)
        text += (" " if is_latin else "") + ((is_coded and sentence.coded) or sentence.text)
        before, line = sentence.text, sentence.line
    return text


def trimmed(text: str) -> str:
    """Give a title or an item without the signs that only lead on to the next."""
    return text.strip(_END)


def is_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does; a title does not."""
    return bool(re.search(rf"[。！!；;…][”」』）)\"']*$|[a-z0-9){CLOSE}][.][\"']*$", text))


def _odd(table: Table, row: int) -> str:
    return "headless" if not (row or table.has_head) else ""


def _of(line: Line, piece: str) -> Sentence:
    at = in_simple(line.written).find(piece) if line.written else 0
    written = line.written[at : at + len(piece)] if at >= 0 else ""
    return Sentence(line.number, bare(piece), bare(written), piece if OPEN in piece else "")


def _cut(text: str) -> Iterator[str]:
    at = 0
    for end in _ENDS.finditer(text):
        if is_in_code(text, end.start()):
            continue
        yield from _kept(text[at : end.end()])
        at = end.end()
    yield from _kept(text[at:])


def _kept(piece: str) -> Iterator[str]:
    if _LETTER.search(piece):
        yield piece.strip()

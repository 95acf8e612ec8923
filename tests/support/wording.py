"""The words a reader gets from a piece of HTML."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser


class Words(HTMLParser):
    """The words a reader gets: nothing hidden, the words of a picture in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._hidden: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of what hides its content."""
        given_ = dict(attrs)
        hidden = "hidden" in given_ or given_.get("aria-hidden") == "true"
        if tag == "img":
            self.words.append(given_["alt"] or "")
        elif tag not in {"br", "hr"}:
            self._hidden.append(hidden or (bool(self._hidden) and self._hidden[-1]))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser hands it over
        """Leave it."""
        if self._hidden:
            self._hidden.pop()

    def handle_data(self, data: str) -> None:
        """Take the words that show."""
        if not (self._hidden and self._hidden[-1]):
            self.words.append(data)


def words_of(html: str) -> str:
    """Read a piece of HTML: its words without any space."""
    reader = Words()
    reader.feed(html)
    reader.close()
    return re.sub(r"\s+", "", unescape("".join(reader.words)))


def pieces_of(html: str) -> list[str]:
    """Read the same as it stands between tags, without space around."""
    reader = Words()
    reader.feed(html)
    reader.close()
    return [" ".join(piece.split()) for piece in reader.words if piece.strip()]

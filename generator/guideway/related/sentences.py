"""The one sentence that says why a page is shown: when to go there, or what a reader gets there.

It never tells how pages are wired, and no words of ours stand around quoted words of an author:
what would not make one plain, short sentence is passed over for the next that does.
"""

import re
from typing import cast

from guideway.catalog import Catalog, Entry
from guideway.model.guides import Guide
from guideway.model.inline import links
from guideway.model.inline import words as plain_words
from guideway.model.texts import room
from guideway.model.words import Words
from guideway.related.pairing import RelatedLink

LONGEST = 40
"""How many characters it may have, and twice as many letters: two lines on a phone."""

_STOP = re.compile(r"[\u3002.]$")
_END = re.compile(r"[\u3002.!\uff01;\uff1b,\uff0c\s]+$")
_BREAK = re.compile(r"[\u3002!\uff01?\uff1f;\uff1b\n]|\.\s")
_SIGNS = re.compile(r"[a-z]\.[a-z]|[{}<>\[\]*`]")
_OPENING, _CLOSING = "“‘「『", "”’」』"


def sentence(catalog: Catalog, link: RelatedLink, words: Words) -> str:
    """Say why a page is shown: what the author of this page said, or of that one, or its kind."""
    said, stop = words["related"], words["signs"]["stop"].strip()
    page = cast("Entry[Guide]", catalog.entries[link.page]).value
    frame = said["trouble"] if link.bond.reason == "trouble" else "{page}"
    offered = [
        *(frame.format(page=text) for text in _bare(link.said)),
        *_bare(page.related.gives),
        *_bare(page.summary),
    ]
    told = (_END.sub("", text) + stop for text in offered)
    return next((text for text in told if not fault(text)), str(said["reasons"][link.kind]))


def fault(text: str) -> str:
    """Say what keeps a text from being such a sentence; nothing if it is one."""
    body = _STOP.sub("", text)
    if _BREAK.search(body):
        return "is more than one plain sentence"
    if any(True for _ in links(text)) or _SIGNS.search(text):
        return "has a link, markup, or an address in it"
    if not _is_quoted_well(text):
        return "has quotes inside quotes, or quotes that do not close"
    if len(body) >= (most := room(body, LONGEST)):
        return f"has {len(body) + 1} characters; there is room for {most}"
    return "" if re.search(r"\w", body) else "says nothing"


def _bare(text: str | None) -> list[str]:
    """Give a text without its links and emphasis, unless a record has the words of a link."""
    if not text or not all(link.inside for link in links(text)):
        return []
    return [_END.sub("", "".join(plain_words(text)))]


def _is_quoted_well(text: str) -> bool:
    """Say whether every quote closes before the next opens."""
    quotes = [sign for sign in text if sign in _OPENING + _CLOSING]
    pairs = zip(quotes[::2], quotes[1::2], strict=False)
    fitting = all(b in _CLOSING and _OPENING.find(a) == _CLOSING.index(b) for a, b in pairs)
    return fitting and len(quotes) % 2 == 0

"""An address in a text is a reference to a record.

A typed address cannot be checked again, nobody can tap it safely, and a wrong letter leads to
somebody else's site. It lives in a channel with its source, and the text refers to that:
`[](channel.keeper.site)`. Records and sources say addresses in fields of their own; claims are what
others wrote.

Wrong:

    content/guides/bridge.yaml
    goal: 上 bridge.example 看风力，再到对岸

Right:

    content/guides/bridge.yaml
    goal: 上[](channel.keeper.site)看风力，再到对岸
"""

import re
from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.addresses import ADDRESS, MAILBOX
from guideway.catalog.field_texts import FieldText
from guideway.model.policy import Backlog, Policy
from guideway.model.records import Channel, Fact
from guideway.model.texts import Part, TextKind
from guideway.problems import Problem

_SAYS_WHERE_FROM = {"source", "sources", "note", "taps"}

_MAILBOX = (
    "make the page that publishes it a channel of medium `site` in content/records/, "
    "then refer to its id"
)


def check_text(catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find the addresses that are typed in a text."""
    is_verbatim = isinstance(text.mark, TextKind) and text.mark.is_verbatim
    if "." not in text.value or text.is_of_others or is_verbatim:
        return
    if isinstance(entry.value, (Fact, Policy, Backlog)) or _SAYS_WHERE_FROM & set(text.trail):
        return
    for piece in text.sentences:
        for found in ADDRESS.finditer(piece):
            said = found[0].rstrip(".")
            place = entry.place_of(said, *text.trail)
            hint = _hint(catalog, said)
            yield Problem(place, f"“{said}” is typed here", code="typed-address", hint=hint)
        for found in MAILBOX.finditer(piece) if "@" in piece else ():
            place = entry.place_of(found[0], *text.trail)
            message = f"“{found[0]}” is typed here"
            yield Problem(place, message, code="typed-address", hint=_MAILBOX)


def _hint(catalog: Catalog, said: str) -> str:
    bare = re.sub(r"^https?://|/$", "", said.lower())
    for record in catalog.records:
        if isinstance(record.value, Channel) and bare in f"{record.value.value}".lower():
            return f"refer to it: []({record.name})"
    return "make it a channel of medium `site` in content/records/, then refer to its id"

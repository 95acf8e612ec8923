"""A link in a text goes to an id, never to an address.

An address in a running text is out of date one day, and nobody knows. Make it a record (a
`channel` of medium `site`, or the `address` of a source) and link to that. `javascript:` and
other schemes are never published.

Wrong:

    content/guides/bridge.yaml
    goal: 到[对岸](javascript:alert(1))

Right:

    content/guides/bridge.yaml
    goal: 到[对岸](term.far-bank)
"""

import re
from collections.abc import Iterator
from unicodedata import normalize

from guideway.catalog import Catalog, Entry
from guideway.catalog.entries import KINDS
from guideway.catalog.field_texts import FieldText
from guideway.catalog.references import NAME
from guideway.model.inline import Link
from guideway.model.texts import Part
from guideway.problems import Problem, near

_HOW = (
    "such as [](guide.bridge), [](channel.keeper.hotline) or [this step](step.pay); "
    "an address belongs in a record"
)


def check_link(_: Catalog, entry: Entry[Part], text: FieldText, link: Link) -> Iterator[Problem]:
    """Find a link that does not go to an id."""
    if not NAME.fullmatch(link.target):
        place = entry.place_of(link.target or "]()", *text.trail)
        message = f"a link goes to an id, not to “{link.target[:60]}”"
        meant = re.sub(r"[\s_]+", "-", normalize("NFKC", link.target).strip().lower())
        kind = near(link.target.partition(".")[0], KINDS)
        hint = f"write “{meant}”" if NAME.fullmatch(meant) else kind or _HOW
        yield Problem(place, message, code="link-target", hint=hint)

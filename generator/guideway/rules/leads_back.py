"""A link, a way on and a citation lead somewhere else.

A page that links itself brings its reader back to its head, as if something had been done. A record
that cites itself has no ground.

Wrong:

    content/guides/bridge.yaml
    goal: 到对岸，见[过桥](guide.bridge)

Right:

    content/guides/bridge.yaml
    goal: 到[对岸](term.far-bank)
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.references import Reference
from guideway.model.texts import Part
from guideway.problems import Problem

_TOLD_ELSEWHERE = {"parts", "related"}
"""Where other rules look: a decision that goes on in itself, a page that is pinned to itself."""


def check_reference(_: Catalog, entry: Entry[Part], reference: Reference) -> Iterator[Problem]:
    """Find a reference to the piece that it stands in."""
    if reference.name == entry.name and reference.trail[0] not in _TOLD_ELSEWHERE:
        message = f"this leads back to “{reference.name}”, in which it stands"
        hint = "lead to something else, or take it out"
        yield Problem(reference.place(entry), message, code="leads-back", hint=hint)

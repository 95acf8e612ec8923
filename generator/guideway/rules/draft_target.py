"""What is published leads to what is published.

A page with `draft: true` is not there for readers: a link to it, or an outcome that goes on to it,
would lead nowhere. Finish it first, or make both drafts.

Wrong:

    content/guides/bridge.yaml
    goal: 到对岸，问[](provider.ferryman)
    content/providers/ferryman.yaml
    draft: true
    name: 摆渡人
    what: 划船送人
    reviewed_on: 2026-11-22
    review_by: 2027-05-22
    owner: bridge

Right:

    content/guides/bridge.yaml
    goal: 到对岸
    content/providers/ferryman.yaml
    draft: true
    name: 摆渡人
    what: 划船送人
    reviewed_on: 2026-11-22
    review_by: 2027-05-22
    owner: bridge
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.references import Reference
from guideway.model.texts import Part
from guideway.problems import Problem


def check_reference(
    catalog: Catalog, entry: Entry[Part], reference: Reference
) -> Iterator[Problem]:
    """Find a reference from what is published to a draft."""
    if reference.name in catalog.drafts and entry.name not in catalog.drafts:
        message = f"“{reference.name}” is a draft, and readers do not have it"
        hint = f"finish {catalog.drafts[reference.name]}, or leave the reference out until then"
        yield Problem(reference.place(entry), message, code="draft-target", hint=hint)

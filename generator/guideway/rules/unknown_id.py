"""Whatever is referred to exists.

That goes for providers, topics, actions, audiences, owners, cited records, `go:`, blanks and links
in texts. A name that exists but could not be read is not reported again.

Wrong:

    content/guides/bridge.yaml
    provider: keper

Right:

    content/guides/bridge.yaml
    provider: keeper
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.load.mend import STAND_IN
from guideway.catalog.local_names import INSIDE, inside
from guideway.catalog.references import Reference
from guideway.model.texts import Part
from guideway.problems import Problem, near


def check_reference(
    catalog: Catalog, entry: Entry[Part], reference: Reference
) -> Iterator[Problem]:
    """Find a reference that leads nowhere."""
    if not _exists(catalog, entry, reference.name):
        yield _problem(catalog, entry, reference)


def _exists(catalog: Catalog, entry: Entry[Part], name: str) -> bool:
    kind, _, written = name.partition(".")
    if written == STAND_IN:
        return True
    return written in inside(entry.value, kind) if kind in INSIDE else catalog.may_exist(name)


def _problem(catalog: Catalog, entry: Entry[Part], reference: Reference) -> Problem:
    kind, _, written = reference.name.partition(".")
    names = (name.partition(".")[2] for name in catalog.names(kind))
    known = list(inside(entry.value, kind)) if kind in INSIDE else list(names)
    message = f"there is no {kind} “{written}”"
    return Problem(reference.place(entry), message, code="unknown-id", hint=near(written, known))

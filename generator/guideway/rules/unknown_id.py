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

from collections.abc import Iterator, Sequence

from guideway.catalog import Catalog, Entry
from guideway.catalog.load.filing import DEFINED_IN
from guideway.catalog.load.mend import STAND_IN
from guideway.catalog.local_names import INSIDE, PLACES, inside
from guideway.catalog.references import Reference
from guideway.model.texts import Part
from guideway.problems import Problem, near

_RECORDS = "content/records/"
_PAGES = ("guide", "decision", "warning")
_MOST = 12
"""So many names are listed in a hint."""


def check_reference(
    catalog: Catalog, entry: Entry[Part], reference: Reference
) -> Iterator[Problem]:
    """Find a reference that leads nowhere."""
    if not _exists(catalog, entry, reference.name):
        yield _problem(catalog, entry, reference)


def _exists(catalog: Catalog, entry: Entry[Part], name: str) -> bool:
    kind, _, written = name.partition(".")
    if kind not in INSIDE:
        return written == STAND_IN or catalog.may_exist(name)
    known = inside(entry.value, kind)
    return written in known or STAND_IN in {written, *known}  # an id that is none may be meant


def _problem(catalog: Catalog, entry: Entry[Part], reference: Reference) -> Problem:
    kind, _, written = reference.name.partition(".")
    names = (name.partition(".")[2] for name in catalog.names(kind))
    known = list(inside(entry.value, kind)) if kind in INSIDE else list(names)
    message = f"there is no {kind} “{written}”"
    page = _page(catalog, written) if kind == "step" else ""
    hint = page or near(written, known) or _whereabouts(kind, known)
    misses = "" if kind in INSIDE else DEFINED_IN.get(kind) or _RECORDS
    about = f"{entry.id}/#{kind}-{written}" if kind in PLACES else ""
    place = reference.place(entry)
    return Problem(place, message, code="unknown-id", hint=hint, misses=misses, about=about)


def _page(catalog: Catalog, written: str) -> str:
    """The page that is called so, where a step was looked for."""
    found = [f"{kind}.{written}" for kind in _PAGES if f"{kind}.{written}" in catalog.names(kind)]
    return f"write “{found[0]}”: pages stand with their kind" if found else ""


def _whereabouts(kind: str, known: Sequence[str]) -> str:
    """What there is of a kind, and where more of it is defined."""
    names = f"there {'are' if len(known) > 1 else 'is'} {', '.join(known[:_MOST])}" if known else ""
    names += " and more" if len(known) > _MOST else ""
    defined = DEFINED_IN.get(kind) or ("this file" if kind in INSIDE else _RECORDS)
    return f"{names}{'; ' if names else ''}each is defined in {defined}"

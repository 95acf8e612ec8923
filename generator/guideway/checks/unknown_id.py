"""Whatever is referred to exists.

That goes for providers, topics, actions, audiences, cited records, `go:` and links in texts. A
name that exists but could not be read is not reported again.

Wrong:

    content/guides/bridge.yaml
    provider: keper

Right:

    content/guides/bridge.yaml
    provider: keeper
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.catalog.references import references
from guideway.model.guides import Guide
from guideway.problems import Problem, near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideway.catalog import Catalog, Entry
    from guideway.catalog.references import Reference
    from guideway.model.texts import Part


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every reference that leads nowhere."""
    for entry in catalog.entries.values():
        for reference in references(entry):
            if not _exists(catalog, entry, reference.name):
                yield _problem(catalog, entry, reference)


def _exists(catalog: Catalog, entry: Entry[Part], name: str) -> bool:
    if name.startswith("step."):
        return name.removeprefix("step.") in _steps(entry)
    return catalog.may_exist(name)


def _steps(entry: Entry[Part]) -> list[str]:
    return [step.id for step in entry.value.steps] if isinstance(entry.value, Guide) else []


def _problem(catalog: Catalog, entry: Entry[Part], reference: Reference) -> Problem:
    kind, _, written = reference.name.partition(".")
    known = _steps(entry) if kind == "step" else [n.partition(".")[2] for n in catalog.names(kind)]
    message = f"there is no {kind} “{written}”"
    return Problem(reference.place(entry), message, code="unknown-id", hint=near(written, known))

"""A link, a step that follows and a citation lead somewhere else.

A page that links itself brings its reader back to its head, as if something had been done. So does
a step that is its own way on when it fails: what is to be done then is another step, or stands in
the words. A record that cites itself has no ground.

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
from guideway.model.guides import Guide
from guideway.model.texts import Part
from guideway.problems import Problem

_TOLD_ELSEWHERE = {"parts", "related"}
"""Where other rules look: a decision that goes on in itself, a page that is pinned to itself."""


def check_reference(_: Catalog, entry: Entry[Part], reference: Reference) -> Iterator[Problem]:
    """Find a reference to the piece, or to the step, that it stands in."""
    if reference.name == entry.name and reference.trail[0] not in _TOLD_ELSEWHERE:
        message = f"this leads back to “{reference.name}”, in which it stands"
        hint = "lead to something else, or take it out"
    elif reference.name.startswith("step.") and reference.name == _step(entry, reference):
        message = f"this step leads to itself, “{reference.name.removeprefix('step.')}”"
        hint = "lead to another step, or say in words what to do again"
    else:
        return
    yield Problem(reference.place(entry), message, code="leads-back", hint=hint)


def _step(entry: Entry[Part], reference: Reference) -> str:
    """Name the step that a reference stands in."""
    if not isinstance(entry.value, Guide) or reference.trail[0] != "steps":
        return ""
    return f"step.{entry.value.steps[int(reference.trail[1])].id}"

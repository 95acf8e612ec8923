"""What has a name inside a guide, its steps, blanks, deadlines, letters, or inside the policy."""

from collections.abc import Mapping

from guideway.model.guides import Guide
from guideway.model.policy import Policy
from guideway.model.texts import Part

INSIDE = ("step", "deadline", "letter", "blank", "group")
"""The kinds of names that mean something only in the file they are written in."""

PLACES = ("step", "deadline", "letter")
"""Those that have an address on the page, as `<guide>/#<kind>-<id>`."""


def inside(value: Part, kind: str) -> Mapping[str, Part]:
    """List the pieces of one of these kinds by id; only guides and the policy have any."""
    if kind == "group":
        return value.groups if isinstance(value, Policy) else {}
    if not isinstance(value, Guide):
        return {}
    if kind == "blank":
        return value.blanks
    if kind == "step":
        return {step.id: step for step in value.steps}
    if kind == "deadline":
        return {deadline.id: deadline for deadline in value.deadlines}
    return {letter.id: letter for letter in value.letters}

"""What has a name inside a guide: its steps, blanks, deadlines and letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.model.guides import Guide

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guideway.model.texts import Part

INSIDE = ("step", "deadline", "letter", "blank")
"""The kinds of names that mean something only in the guide they are written in."""


def inside(value: Part, kind: str) -> Mapping[str, Part]:
    """List the pieces of one of these kinds by id; nothing but a guide has any."""
    if not isinstance(value, Guide):
        return {}
    if kind == "blank":
        return value.blanks
    if kind == "step":
        return {step.id: step for step in value.steps}
    if kind == "deadline":
        return {deadline.id: deadline for deadline in value.deadlines}
    return {letter.id: letter for letter in value.letters}

"""Cries for help: what people type in distress, and what is offered above all results then."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guideway.model.texts import Line, Lines, Part, Target


class Cry(Part):
    """One kind of distress."""

    said: Annotated[Lines, Field(min_length=1)]
    """Words by which it is known: one of them is somewhere in what was typed."""
    say: Line
    """One calm sentence: what to do first."""
    offer: Annotated[tuple[Target, ...], Field(strict=False, min_length=1)]
    """Pages and hotlines, the most urgent first."""


class Help(Part):
    """What the search knows besides the index."""

    cries: Annotated[tuple[Cry, ...], Field(strict=False)] = ()
    """From the most to the least urgent: the first that fits is offered."""

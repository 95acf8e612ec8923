"""What the site writes about, what only as a warning, what not; and what people asked for."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guideway.model.texts import Claim, Id, Inline, Line, Lines, Part, Quote, Target

Verdict = Literal["cover", "warn", "decline"]
"""Written about; only as a warning; not at all."""


class PolicyClass(Part):
    """One kind of request, and what becomes of it."""

    label: Line
    """What it is, in plain words."""
    decision: Verdict
    """What we do with it."""
    reason: Inline
    """Why, for readers."""
    promotes: Annotated[tuple[Claim, ...], Field(strict=False)] = ()
    """Phrases that only a promoting text would say; no text of ours may."""
    example: Claim | None = None
    """A promoting sentence of this kind, so that the check can be tried."""


class Policy(Part):
    """The content policy, as data."""

    classes: dict[Id, PolicyClass]
    """By id."""
    sites: Lines = ()
    """Domains that no page may name or link to."""


class Title(Part):
    """A title somebody asked for, and where it is answered."""

    title: Quote
    """As it was found."""
    seed: Line
    """The first digits of the file it was found in."""
    under: Id
    """The class of the policy it falls under."""
    reason: Inline
    """Why, for readers."""
    answered: Annotated[tuple[Target, ...], Field(strict=False)] = ()
    """Where a reader with this question gets an honest answer."""


class Backlog(Part):
    """Every title that was asked for."""

    titles: Annotated[tuple[Title, ...], Field(strict=False)]
    """In the order in which they were found."""

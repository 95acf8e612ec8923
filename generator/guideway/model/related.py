"""What an author says about the pages that are shown beside a page."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from guideway.model.questions import When
from guideway.model.texts import Inline, Part, Refers

RelationKind = Literal[
    "before",
    "next",
    "another-way",
    "same-provider",
    "same-problem",
    "explains",
    "details",
    "fails",
    "beware",
]
"""What another page is to the reader of this one: to do before it or next, another way to the same
end, of the same provider, a problem near to it, an explanation, a step of this page told in full, a
way on if this fails or matters stand differently, a trap to beware of."""

PageName = Annotated[
    str,
    StringConstraints(
        pattern=r"^(guide|decision|warning)\.[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=80
    ),
    Refers(""),
]
"""A page that can be suggested: `guide.bridge`."""


class Pin(Part):
    """A page that is always shown here, first."""

    page: PageName
    """The page."""
    kind: RelationKind
    """What it is to the reader of this one."""
    why: Inline
    """One short sentence that says when to go there, or what a reader gets there."""


class TailoredPin(Pin):
    """A page that is always shown on a guide, or for some answers."""

    when: When | None = None
    """The answers that make it apply; without it, always."""


class Related(Part):
    """What the computed links of a page cannot know."""

    gives: Inline | None = None
    """What a reader who comes from another page gets here, in one short sentence."""

    pin: Annotated[tuple[Pin, ...], Field(strict=False)] = ()
    """Pages that are always shown, first."""
    block: Annotated[tuple[PageName, ...], Field(strict=False)] = ()
    """Pages that are never shown here, nor this one there."""


class TailoredRelated(Part):
    """What the computed links of a guide cannot know."""

    gives: Inline | None = None
    """What a reader who comes from another page gets here, in one short sentence."""

    pin: Annotated[tuple[TailoredPin, ...], Field(strict=False)] = ()
    """Pages that are always shown, first."""
    block: Annotated[tuple[PageName, ...], Field(strict=False)] = ()
    """Pages that are never shown here, nor this one there."""

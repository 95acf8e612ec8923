"""A person before a page: the call that comes first, and a calm word for who cannot go on."""

from typing import Annotated

from pydantic import Field

from guideway.model.texts import ChannelId, Claim, Id, Inline, Line, Lines, Part

Phrases = Annotated[tuple[Claim, ...], Field(strict=False)]


class Emergency(Part):
    """A call that comes before everything else."""

    call: ChannelId
    """The number: a channel of medium `phone`."""
    say: Line
    """Who must make it, such as “Who is threatened at the door”; a call to the number follows."""


class GuideEmergency(Emergency):
    """The same of a whole guide."""

    ask: Line | None = None
    """How the home page asks for it, such as “Money just stolen?”; without it, it is not there."""


class Box(Part):
    """A calm word on pages that people read in distress."""

    text: Inline
    """Whom to call; two lines on a phone."""
    about: Annotated[Lines, Field(min_length=1)]
    """Words in the title or the other names of a page that must have such a box."""


class Care(Part):
    """What the site knows about people in distress."""

    boxes: dict[Id, Box]
    """By id; a page names one under `care`."""
    urgent: Lines = ()
    """Words in the title of an outcome that must have an `emergency`: police."""
    warned: Phrases = ()
    """What is said of a number nobody should call, with … for the number: do not call …."""

"""Warning pages: what a trap looks like, why it harms, what to do now; never how it is done."""

from typing import Annotated

from pydantic import Field

from guideway.model.answering import Answering
from guideway.model.care import Emergency
from guideway.model.guides import Correction, Turn
from guideway.model.related import Related
from guideway.model.sources import Source
from guideway.model.texts import (
    Cites,
    Id,
    Inline,
    Inlines,
    Line,
    Lines,
    Part,
    Prose,
    Reviewed,
    Target,
    TopicId,
)


class Harm(Part):
    """One way in which a trap harms."""

    text: Inline
    """What happens to somebody who steps in."""
    cites: Cites = ()
    """Records it rests on."""


class Move(Answering):
    """Something to do now."""

    do: Inline
    """Exactly one instruction, starting with its verb."""
    detail: Prose | None = None
    """The situation first, then what helps to do it."""
    go: Target | None = None
    """Where to go on: a page, such as `guide.bridge`."""
    cites: Cites = ()
    """Records it rests on."""


class WarningPage(Reviewed):
    """A trap to recognise, to stay out of, and to get out of."""

    title: Line
    """What the reader learns to recognise, starting with the verb."""
    summary: Inline
    """What it is, why to keep away, what to do if it has happened."""
    topic: TopicId
    """One of the topics in `content/topics.yaml`."""
    aliases: Lines = ()
    """Other names for it; they stand in the index from A to Z."""
    asked: Lines = ()
    """How readers ask for it, in whole sentences; for the search only."""
    emergency: Emergency | None = None
    """The call that comes before everything else, if there is one."""
    care: Id | None = None
    """The calm word for people who read it in distress: a box of `content/care.yaml`."""
    looks: Annotated[tuple[Inline, ...], Field(strict=False, min_length=1)]
    """What it looks like, one sign each."""
    harms: Annotated[tuple[Harm, ...], Field(strict=False, min_length=1)]
    """Why it harms."""
    now: Annotated[tuple[Move, ...], Field(strict=False, min_length=1)]
    """What to do now, in order."""
    instead: Inlines = ()
    """The honest way to the same end."""
    turns: Annotated[tuple[Turn, ...], Field(strict=False)] = ()
    """Where to turn, in order."""
    corrections: Annotated[tuple[Correction, ...], Field(strict=False)] = ()
    """Statements in circulation that are not right."""
    sources: Annotated[tuple[Source, ...], Field(strict=False)] = ()
    """What the page rests on besides the records it cites."""
    related: Related = Field(default_factory=Related)
    """What the computed links to other pages cannot know."""

"""Steps: one instruction each, with everything that helps to carry it out."""

from typing import Annotated, Literal

from pydantic import Field

from guideway.model.questions import When
from guideway.model.texts import (
    ChannelId,
    Cites,
    Id,
    Inline,
    Inlines,
    Line,
    Lines,
    Part,
    Prose,
    Target,
)


class Warn(Part):
    """Something that can hurt the reader."""

    text: Inline
    """What to look out for and what to do instead."""
    severity: Literal["note", "caution", "danger"]
    """note: good to know; caution: can cost time or rights; danger: can cost money or data."""
    cites: Cites = ()
    """Records it rests on."""
    when: When | None = None
    """The answers that make it apply; without it, always."""


class Way(Part):
    """What to do next when something does not work."""

    text: Inline
    """The situation first, then what to do."""
    go: Target | None = None
    """Where to go on: a step of this guide, or a page, such as `guide.bridge`."""
    cites: Cites = ()
    """Records it rests on."""


class Picture(Part):
    """A picture in `content/media/`."""

    file: Line
    """Its path below `content/media/`."""
    alt: Line
    """What it shows, for people who do not see it."""
    caption: Inline | None = None
    """A line below it."""


class Table(Part):
    """A small table: what is in which column, and rows of as many cells."""

    head: Annotated[Lines, Field(min_length=2, max_length=4)]
    """What the columns are called, two to four; the first says what each row is about."""
    rows: Annotated[tuple[Inlines, ...], Field(strict=False, min_length=1, max_length=30)]
    """The rows, each with a cell for every column."""
    caption: Inline | None = None
    """A line above it."""


class Attachment(Part):
    """A file to take along, in `content/media/`: a form to fill in, a list to print."""

    file: Line
    """Its path below `content/media/`: .pdf, .docx, .xlsx, .csv or .txt."""
    title: Line
    """What it is, such as “Application form”; its kind and size are said behind it."""


class Tap(Part):
    """What to tap on one screen of an App."""

    tap: Line
    """Its name on the screen, as the record has it."""
    at: Literal["tab", "row", "top", "button", "dots"] = "row"
    """Where it is: among the tabs at the foot, in a row, in the box at the top, on a large button,
    behind the dots at the top right."""
    note: Line | None = None
    """A few words below it, in place of those that say where it is."""


class TapPath(Part):
    """The way in an App, drawn as small screens."""

    of: ChannelId
    """The channel whose way it is: it says how sure that is, and since when."""
    taps: Annotated[tuple[Tap, ...], Field(strict=False, min_length=1)]
    """One for each piece of that way, in order."""


class SmallStep(Part):
    """The smallest step: inside a smaller step, the third level and the last."""

    do: Inline
    """Exactly one instruction, starting with its verb."""
    where: Inline | None = None
    """Where to tap, look or go."""
    path: TapPath | None = None
    """The way in an App, as a picture."""
    detail: Prose | None = None
    """What helps to do it."""
    points: Inlines = ()
    """A list that belongs to it: what to check, what to ask, what to write."""
    table: Table | None = None
    """A small table that helps to do it."""
    picture: Picture | None = None
    """A picture that helps to do it."""
    expect: Inline | None = None
    """What the reader sees when it worked."""
    warn: Warn | None = None
    """What can hurt here."""
    cites: Cites = ()
    """Records it rests on."""
    when: When | None = None
    """The answers that make it apply; without it, always."""


class Substep(SmallStep):
    """A smaller step inside a step or an alternative."""

    substeps: Annotated[tuple[SmallStep, ...], Field(strict=False)] = ()
    """The smallest steps, in order."""


class Alternative(Part):
    """One of several ways to do a step: online, by phone, in person; or one of several cases."""

    label: Line
    """The way or the situation, such as “by phone” or “not sent yet”."""
    detail: Prose | None = None
    """When to take this way."""
    points: Inlines = ()
    """A list that belongs to this way: what to have ready, what to ask."""
    steps: Annotated[tuple[Substep, ...], Field(strict=False)] = ()
    """What to do, in order."""
    when: When | None = None
    """The answers that make it apply; without it, always."""


class Step(Part):
    """One step: exactly one instruction, and everything that helps to carry it out."""

    id: Id
    """Its name in links; it stays when the words change."""
    aliases: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    """Earlier ids of this step and of those it took over, so that old addresses still work."""
    asked: Lines = ()
    """What readers ask that is answered here, in their words; a search for it opens this place."""
    do: Inline
    """Exactly one instruction, starting with its verb."""
    where: Inline | None = None
    """Where to tap, look or go."""
    path: TapPath | None = None
    """The way in an App, as a picture."""
    detail: Prose | None = None
    """What helps to do it."""
    points: Inlines = ()
    """A list that belongs to the step: what to check, what to ask, what to write."""
    substeps: Annotated[tuple[Substep, ...], Field(strict=False)] = ()
    """Smaller steps, in order."""
    alternatives: Annotated[tuple[Alternative, ...], Field(strict=False)] = ()
    """Several ways to do it; the reader takes one."""
    table: Table | None = None
    """A small table that helps to do it."""
    picture: Picture | None = None
    """A picture that helps to do it."""
    pictures: Annotated[tuple[Picture, ...], Field(strict=False)] = ()
    """Several pictures that help to do it, in order."""
    attachments: Annotated[tuple[Attachment, ...], Field(strict=False)] = ()
    """Files to take along, such as a form."""
    warn: Warn | None = None
    """What can hurt here."""
    expect: Inline | None = None
    """What the reader sees when it worked."""
    keep: Lines = ()
    """What to keep as evidence."""
    if_fails: Way | None = None
    """What to do when it does not work."""
    way_out: Annotated[bool, Field(strict=False)] = False
    """Whether it is the way out of trouble, such as a complaint: it is marked, and not counted, for
    who succeeds never takes it."""
    cites: Cites = ()
    """Records it rests on."""
    when: When | None = None
    """The answers that make it apply; without it, always."""

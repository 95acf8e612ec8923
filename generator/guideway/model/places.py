"""Providers, the closed lists, the glossary and plain articles: what stands around the guides."""

from typing import Annotated

from pydantic import Field

from guideway.model.sources import Source
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
    Reviewed,
)


class Provider(Reviewed):
    """An organisation and its official channels."""

    name: Line
    """The name people use."""
    full_name: Line | None = None
    """The registered name, if it is certain."""
    what: Inline
    """What it is, and what it is responsible for."""
    aliases: Lines = ()
    """Other words people search with."""
    channels: Annotated[tuple[ChannelId, ...], Field(strict=False)] = ()
    """Its official channels: records whose id starts with `channel.`."""
    beware: Inlines = ()
    """How others pretend to be it."""
    sources: Annotated[tuple[Source, ...], Field(strict=False)] = ()
    """What the page rests on besides the records it cites."""


class Category(Part):
    """One entry of a closed list: a topic, an action or an audience."""

    label: Line
    """Its name."""
    summary: Inline
    """What belongs to it."""


class Term(Part):
    """A word of the field, explained."""

    term: Line
    """The word."""
    meaning: Prose
    """What it means for the reader."""
    aliases: Lines = ()
    """Other words for it."""
    cites: Cites = ()
    """Records it rests on."""


class Section(Part):
    """A part of an article."""

    id: Id
    """Its name in links."""
    heading: Line
    """Its heading."""
    text: Prose
    """What it says."""
    points: Inlines = ()
    """A list below the text."""


class Article(Reviewed):
    """A page that is not a procedure, such as “About this site”."""

    title: Line
    """Its heading."""
    summary: Inline
    """One sentence for lists and search results."""
    sections: Annotated[tuple[Section, ...], Field(strict=False, min_length=1)]
    """What it says."""

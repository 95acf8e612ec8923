"""What the search knows about words, beyond what stands on the pages."""

from typing import Annotated

from pydantic import Field

from guideway.model.texts import Lines, Part, Quote

Group = Annotated[tuple[Quote, ...], Field(strict=False, min_length=1)]


class Synonyms(Part):
    """Words that mean the same to somebody who searches, and words that mean nothing."""

    groups: Annotated[tuple[Group, ...], Field(strict=False)] = ()
    """A page whose title has one word of a group is found by the others as well."""
    fillers: Lines = ()
    """Words of a question that say nothing about its subject; they count little."""
    names: Lines = ()
    """Products, organisations and other things that people call by a name. If no page is about one
    that was typed, the search says so before what is near; nothing has to be done when one is."""
    kinds: dict[Quote, Lines] = Field(default_factory=dict)
    """Names of things that are all of a kind, by its word: `{ferries: [Troll Line, Styx Line]}`. If
    no page is about one that was typed, the search shows what is told of ferries."""
    elsewhere: Lines = ()
    """Words of what people ask about and this site does not tell. If one was typed that no page is
    called by or asked about, the search is less sure of what it found."""

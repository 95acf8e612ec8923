"""Where a statement comes from."""

from typing import Literal

from guideway.model.texts import Address, Inline, Line, Month, Part

Certainty = Literal["primary", "mirror", "secondary", "single", "unverified", "computed"]
"""What was done: its publisher's own text was read; a copy of that text; several others who say
the same; one other; nothing that could confirm it; or we worked it out."""


class Source(Part):
    """A text that carries a statement."""

    title: Line
    """What the source is called, such as “Consumer Rights Act 2015”."""
    publisher: Line | None = None
    """Who published it."""
    locator: Line | None = None
    """Where in it: article, page, section."""
    address: Address | None = None
    """The official address, if there is one. Never an agent's or a lead site."""
    copied: Month | None = None
    """The month of the copy that was read, if it says so, such as 2025-04."""
    note: Inline | None = None
    """What a reader should know about it, such as “not compared with the official page”."""

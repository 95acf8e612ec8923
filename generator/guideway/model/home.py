"""The way in: what people come with as they would say it, and where they complain."""

from typing import Annotated, Literal

from pydantic import Field

from guideway.model.related import PageName
from guideway.model.texts import Line, Part

Drawing = Literal["phone-back", "bag-back", "card-machine", "switch-off", "coin", "bill"]
"""A small picture in `templates/components/drawing.html.j2`."""


class Situation(Part):
    """What somebody comes with, on the home page."""

    title: Line
    """As a person would say it; two stand beside each other on a phone, so nine characters fit."""
    more: Line
    """Which cases of it, in a few words."""
    page: PageName
    """Where it leads."""
    drawing: Drawing
    """What is drawn above it."""


class HomePage(Part):
    """What the home page and the head of every page offer."""

    situations: Annotated[tuple[Situation, ...], Field(strict=False, max_length=8)] = ()
    """From the most to the least frequent."""
    complain: PageName | None = None
    """Where somebody learns whom to complain to; it stands in the head of every page."""

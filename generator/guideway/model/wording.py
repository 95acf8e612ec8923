"""One word for a thing: which, instead of which others."""

from typing import Annotated

from pydantic import Field

from guideway.model.texts import Lines, Part, Quote

Words = Annotated[tuple[Quote, ...], Field(strict=False)]


class Wording(Part):
    """A word that is used for a thing, so that nobody wonders whether two words mean two things."""

    use: Quote
    """The word, such as “reference number”."""
    instead_of: Annotated[tuple[Quote, ...], Field(strict=False, min_length=1, max_length=50)]
    """Others for the same, as they would stand in a text, links included: “phone up [](channel”."""
    within: Words = ()
    """Longer words in which one of them may stand, such as “covering letter” for “letter”."""
    not_in: Lines = ()
    """Keys below which they may stand, such as `letters`."""


class Wordings(Part):
    """The words we have chosen."""

    wordings: Annotated[tuple[Wording, ...], Field(strict=False, max_length=500)] = ()
    """Each once."""

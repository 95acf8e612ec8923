"""Pieces that need no name unless readers ask for them."""

from typing import Self

from pydantic import model_validator

from guideway.model.texts import Id, Lines, Part


class Answering(Part):
    """A piece that may answer what readers ask: it has a name then."""

    id: Id | None = None
    """Its name in links, which what is `asked` needs; it stays when the words change."""
    asked: Lines = ()
    """What readers ask that is answered here, in their words; a search for it opens this place."""

    @model_validator(mode="after")
    def _is_a_place(self) -> Self:
        if self.asked and self.id is None:
            raise ValueError("what is asked leads here: it needs an `id`, such as “id: lost”")
        return self

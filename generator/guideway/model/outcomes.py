"""Outcomes: what a reader is told where answers led, and the way on; each passage may have a when.

`{answer.kind}` in a title or a passage is the answer of this reader to the question `kind`.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from guideway.model.care import Emergency
from guideway.model.questions import When
from guideway.model.texts import Cited, Id, Line, Lines, Part, Prose, Refers, Shorthand, Target

Spot = Annotated[
    str, StringConstraints(pattern=r"^(step|letter)\.[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=70)
]
"""A place on a guide: a step or a letter, such as `step.ship` or `letter.notice`."""


class Handover(Part):
    """A guide, with answers already given."""

    id: Annotated[Id, Refers("guide")]
    """The guide."""
    at: Spot | None = None
    """The step or letter of the guide that is opened; without it, its top."""
    answers: dict[Id, Id] = Field(default_factory=dict)
    """Its questions → the options that are known to everybody who comes here."""
    asks: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    """Its questions that nothing is handed over for, and that is meant."""
    when: When | None = None
    """The answers of those it is for; without it, everybody."""


class Advice(Shorthand):
    """One or more paragraphs of an outcome. A text alone is its words."""

    text: Prose
    """The words. `{answer.kind}` is what the reader answered to the question `kind`."""
    id: Id | None = None
    """Its name, for `told` and for golden paths."""
    when: When | None = None
    """The answers of those who are told; without it, everybody."""


class Onward(Shorthand):
    """A way on from an outcome. A name alone is where it leads."""

    to: Target
    """A decision, guide, channel or provider."""
    when: When | None = None
    """The answers of those it is for; without it, everybody."""


class Cite(Shorthand):
    """A record that an outcome rests on. A name alone is the record."""

    record: Cited
    """The record."""
    when: When | None = None
    """The answers for which it matters; without it, always."""


def _alone(data: object) -> object:
    """A text alone is one piece of advice."""
    return [data] if isinstance(data, str) else data


_Passages = Annotated[tuple[Advice, ...], Field(strict=False, min_length=1, max_length=50)]
Advices = Annotated[
    _Passages, BeforeValidator(_alone, json_schema_input_type=Prose | tuple[Advice, ...])
]
"""A text, or a list of passages of which a reader is told those that apply."""


class Outcome(Part):
    """Where answers lead in the end."""

    kind: Literal["done", "act", "wait", "not-eligible", "refused", "no-reply", "seek-help"]
    """What it means for the reader; all but `done` have a way on."""
    title: Line
    """The result in a few words; `{answer.kind}` is what the reader answered to `kind`."""
    asked: Lines = ()
    """What readers ask that is answered here, in their words; a search for it opens this place."""
    text: Advices
    """What it means and what to do."""
    emergency: Emergency | None = None
    """The call that comes before everything else, if there is one."""
    guides: Annotated[tuple[Handover, ...], Field(strict=False)] = ()
    """The guide to go on with where answers tell which: the first that applies, else `guide`."""
    guide: Handover | None = None
    """The guide to go on with."""
    next: Annotated[tuple[Onward, ...], Field(strict=False)] = ()
    """Other ways on: decisions, guides, channels, providers."""
    cites: Annotated[tuple[Cite, ...], Field(strict=False)] = ()
    """Records it rests on."""
    aliases: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    """Earlier ids of this outcome; golden paths may still name it so."""

    def stands(self) -> bool:
        """Nobody is left alone where an answer led."""
        return self.kind == "done" or bool(self.guide or self.guides or self.next)

    def handovers(self) -> Iterator[tuple[tuple[str | int, ...], Handover]]:
        """List the guides it may lead to, each with the way to it, in the order they are tried."""
        yield from ((("guides", number), each) for number, each in enumerate(self.guides))
        if self.guide:
            yield ("guide",), self.guide

"""Questions and conditions: what a reader is asked, and which answers make something apply."""

from typing import Annotated

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema

from guideway.model.conditions import Condition, parse
from guideway.model.texts import Id, Inline, Line, Part, Prose, Shorthand

_CONDITION = {
    "anyOf": [{"type": "object", "minProperties": 1}, {"type": "array", "minItems": 1}],
    "description": "question: option, or question: [options]; keys mean and; any: [..]; not: {..}",
}

When = Annotated[Condition, PlainValidator(parse), WithJsonSchema(_CONDITION)]
"""Which answers make something apply."""


def _routes(data: object) -> object:
    """A plain id is one route that is always taken."""
    return [{"go": data}] if isinstance(data, str) else data


class Route(Part):
    """One way on, and when it is taken."""

    when: When | None = None
    """The answers that lead this way; without it, always."""
    go: Id
    """A question or an outcome of this decision."""


Routes = Annotated[
    tuple[Route, ...],
    BeforeValidator(_routes, json_schema_input_type=str | tuple[Route, ...]),
    Field(strict=False, min_length=1, max_length=50),
]
"""Where to go: an id, or a list of routes of which the first that applies is taken."""


class Option(Shorthand):
    """One of the answers to choose from. A text alone is its label."""

    label: Line
    """What the reader chooses."""
    hint: Inline | None = None
    """A word of help below it."""
    go: Routes | None = None
    """Where this answer leads; in a guide, nowhere."""
    aliases: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    """Earlier ids of this option, so that old addresses still work."""


Options = Annotated[dict[Id, Option], Field(min_length=1, max_length=50)]


class Question(Part):
    """What a reader is asked, and the closed set of answers."""

    ask: Line
    """The question."""
    help: Prose | None = None
    """How to find out."""
    options: Options
    """The answers, by id. `unknown` is the id for “不清楚”."""
    go: Routes | None = None
    """Where answers lead that have no `go` of their own."""
    aliases: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    """Earlier ids of this question, so that old addresses still work."""

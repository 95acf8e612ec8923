"""Questions, cases and conditions: what a reader is asked, and which answers make what apply."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainValidator, ValidationInfo, WithJsonSchema

from guideway.model.conditions import ALWAYS, Condition, Is, parse
from guideway.model.texts import Id, Inline, Line, Part, Prose, Short, Shorthand, Tag

_CONDITION = {
    "anyOf": [
        {"type": "string"},
        {"type": "object", "minProperties": 1},
        {"type": "array", "minItems": 1},
    ],
    "description": (
        "the name of a case; or question: option, question: [options], case: name; "
        "keys mean and; any: [..]; not: {..}"
    ),
}


def _read(data: object, info: ValidationInfo) -> Condition:
    return parse(data, info.context or {})


When = Annotated[Condition, PlainValidator(_read), WithJsonSchema(_CONDITION)]
"""Which answers make something apply; the cases it names are the context of its validation."""


class Case(Part):
    """Who something is for: answers that belong together, under a name."""

    label: Tag
    """What readers call it; it stands beside whatever is only for them."""
    when: When
    """The answers that make it; it may name cases above it."""


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
    short: Short | None = None
    """The answer where there is little room, such as a tag; else the label."""
    said: Line | None = None
    """The answer where a text names it with `{answer.<question>}`; else the label."""
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
    """The question; in a decision, `{answer.kind}` in it, in `help` and in hints is what the reader
    answered to the question `kind`."""
    help: Prose | None = None
    """How to find out."""
    options: Options
    """The answers, by id. `unknown` is the id for “不清楚”."""
    go: Routes | None = None
    """Where answers lead that have no `go` of their own."""
    aliases: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    """Earlier ids of this question, so that old addresses still work."""


def cases_in(data: object) -> dict[str, Condition]:
    """Read the cases of a guide or decision as it was written: name → condition.

    What cannot be read stands for always; its own place says what is wrong with it.
    """
    written = data.get("cases") if isinstance(data, dict) else None
    cases: dict[str, Condition] = {}
    for name, case in written.items() if isinstance(written, dict) else ():
        try:
            cases[str(name)] = parse(case["when"], cases)
        except (ValueError, TypeError, KeyError):
            cases[str(name)] = ALWAYS
    return cases


JOINS = "\u3001"
"""What stands between two short answers."""
_MOST = 9
"""Characters of a tag: two short answers and what joins them."""


def tag_of(
    condition: Condition, questions: Mapping[str, Question], cases: Mapping[str, Case]
) -> str | None:
    """Say in a few characters who a condition is for, such as “提前退租的”; nothing without a name.

    It has one if it is a case, or the answers to a single question, if they are short.
    """
    label = next((case.label for case in cases.values() if case.when == condition), None)
    if label or not isinstance(condition, Is) or condition.question not in questions:
        return label
    options = questions[condition.question].options.items()
    tag = JOINS.join(
        each.short or each.label for name, each in options if name in condition.options
    )
    return tag if len(tag) <= _MOST else None

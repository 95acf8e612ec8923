"""Computed facts: what a page works out from what its reader types, and shows with its working."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BeforeValidator,
    Field,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from guideway.model.formulas import Formula, names_in, parse
from guideway.model.questions import Question, When
from guideway.model.ranges import LARGEST, Range, of_calendar
from guideway.model.texts import Id, Inline, Line, Part, RecordId, Refers, Tag

TODAY = "today"
"""The name of the day on which somebody works it out."""

ThresholdId = Annotated[RecordId, StringConstraints(pattern=r"^threshold\."), Refers("")]
"""The id of a threshold."""

NumberId = Annotated[RecordId, StringConstraints(pattern=r"^(threshold|period)\."), Refers("")]
"""The id of a record that has a number."""

Takes = Annotated[
    str,
    StringConstraints(
        pattern=r"^(answer|computed\.[a-z][a-z0-9]*(-[a-z0-9]+)*)\.[a-z][a-z0-9]*(-[a-z0-9]+)*$",
        max_length=130,
    ),
]
"""Where something typed comes from: `answer.<question>`, or `computed.<id>.<line>`."""

_WRITTEN = {
    "anyOf": [{"type": "string"}, {"type": "number"}, {"type": "object", "minProperties": 1}],
    "description": (
        "a name, a number, or one function: add, subtract, multiply, divide, min, max, power, "
        "round, days_between, add_days (lists), choose, rate (mappings)"
    ),
}

Worked = Annotated[Formula, PlainValidator(parse), WithJsonSchema(_WRITTEN)]
"""How something is worked out."""


def _written(data: object) -> object:
    if isinstance(data, date):
        return data.isoformat()
    is_number = isinstance(data, (int, float)) and not isinstance(data, bool)
    return f"{Decimal(str(data)):f}" if is_number else data


Value = Annotated[
    str,
    StringConstraints(
        pattern=r"^(-?[0-9]{1,30}(\.[0-9]{1,12})?|[12][0-9]{3}-[0-9]{2}-[0-9]{2}|[a-z][a-z0-9-]*)$"
    ),
    BeforeValidator(_written, json_schema_input_type=str | float),
]
"""A number, a day, or the id of an option."""


class Input(Part):
    """A figure that the reader types, or one of a few options."""

    ask: Line
    """What is asked for, such as “What did you pay?”."""
    short: Tag
    """What it is called in the working, such as “paid”."""
    help: Inline | None = None
    """Where to find it."""
    kind: Literal["one", "number", "money", "date"]
    """number, money, date: what is typed; one: one of the options."""
    unit: Tag | None = None
    """What a number counts, such as “months”; of a day what lies back or ahead; of money “£”,
    without it what is paid with on this site."""
    range: Range | None = None
    """The least and the largest number or sum that can be; of a day, how many days away, or two
    days of the calendar, such as [1930-01-01, 2030-12-31]."""
    decimals: Annotated[int, Field(ge=0, le=3)] = 0
    """How many decimals a number may have; a sum has two, a day none."""
    lies: Literal["past", "future", "calendar"] = "past"
    """Of a day: whether it lies before today or after it; today is both. calendar: of days of the
    calendar, as their range says by itself."""
    refused: Line | None = None
    """What is said of a value that cannot be; else which can."""
    options: dict[Id, Line] = Field(default_factory=dict, max_length=20)
    """Of “kind: one”: the options, by id; the first is chosen until the reader takes another."""
    usual: Annotated[float, Field(strict=False, ge=0)] | None = None
    """The number that stands for an empty field; without it, the field has to be filled in."""
    takes: Takes | None = None
    """What it is filled in with: `answer.<question>` of this page."""

    @property
    def question(self) -> Question:
        """What is typed, as questions have it."""
        told = {name: getattr(self, name) for name in TYPED}
        return Question.model_construct(ask=self.ask, kind=self.kind, options={}, **told)

    @model_validator(mode="before")
    @classmethod
    def _of_calendar(cls, data: Any) -> Any:
        return of_calendar(data) if isinstance(data, dict) else data

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if (self.kind == "one") != bool(self.options):
            raise ValueError("an input has options if it is “kind: one”, and only then")
        if self.kind == "one":
            if self.range or self.unit or self.usual is not None or self.takes:
                raise ValueError("only what is typed has a range, a unit or a usual value")
        elif self.range is None or not 0 <= self.range[0] < self.range[1] <= LARGEST:
            raise ValueError("what is typed has a range, such as “range: [0, 365]”, from 0 on")
        elif self.lies == "calendar" and self.unit:
            raise ValueError("days of the calendar stand alone: they have no `unit`")
        elif self.unit is None and self.kind != "money" and self.lies != "calendar":
            raise ValueError("what is typed has a unit, which stands behind the number")
        return self


TYPED = ("unit", "range", "decimals", "lies", "refused")
"""What inputs and questions that are typed have alike."""


class Working(Part):
    """One line of the working: words, how it is worked out, and how it is rounded."""

    label: Tag
    """What comes out, such as “paid in all”; later lines call it so."""
    value: Worked
    """How it is worked out, from inputs, facts and the lines above."""
    unit: Tag | None = None
    """What it counts, where the formula does not say: of `multiply` and `divide`, and “%”."""
    decimals: Annotated[int, Field(ge=0, le=6)] = 2
    """To how many decimals it is rounded; later lines go on with what is rounded. A day has
    none."""
    rounded: Literal["half-up", "up", "down"] = "half-up"
    """half-up: to the nearest, a half away from zero; up: to the next larger; down: to the next
    smaller."""


class Measure(Part):
    """A line that the result is held against."""

    threshold: ThresholdId
    """A threshold of the same unit."""
    when: When | None = None
    """The answers for which it is the right one; without it, always."""


class Remark(Part):
    """What is said of a line that compares so with a number."""

    of: Id
    """The line, or an input."""
    how: Literal["under", "at_most", "equals", "at_least", "over"]
    """How it compares."""
    than: float | Id
    """With which number, fact, line or input."""
    text: Inline
    """What is said then."""
    alone: Annotated[bool, Field(strict=False)] = False
    """Whether it is said in place of the result, for such figures cannot be."""


class Example(Part):
    """Figures, and what has to come out: they are worked out whenever content is checked."""

    given: dict[Id, Value]
    """Inputs by id; one that has a usual value may be left out. `today`, if a line asks for it."""
    gives: Annotated[dict[Id, Value], Field(min_length=1)]
    """Lines by id; `none` where no number comes out."""


class Computed(Part):
    """Something worked out in the page, from figures that stay there, and shown with its working.

    Without scripts the page has it in words, with the first example worked out.
    """

    title: Line
    """What is worked out, such as “What is still due?”."""
    about: Inline
    """What to collect before, and what the result means."""
    inputs: Annotated[dict[Id, Input], Field(min_length=1, max_length=20)]
    """What the reader types, by id."""
    facts: dict[Id, NumberId] = Field(default_factory=dict, max_length=20)
    """Names for formulas → thresholds and periods of calendar days."""
    lines: Annotated[dict[Id, Working], Field(min_length=1, max_length=20)]
    """The working, line by line; the last is the result."""
    against: Annotated[tuple[Measure, ...], Field(strict=False)] = ()
    """What the result is held against."""
    says: Annotated[tuple[Remark, ...], Field(strict=False, max_length=20)] = ()
    """What is said of results, each where it applies."""
    none: Inline | None = None
    """What is said where no number comes out: of every computed fact that has a `rate`."""
    careful: Inline | None = None
    """What to think of before somebody relies on it."""
    examples: Annotated[tuple[Example, ...], Field(strict=False, min_length=1, max_length=50)]
    """Figures with what has to come out; the first is shown where nothing can be typed."""
    when: When | None = None
    """The answers that make it apply; without it, always."""

    @property
    def result(self) -> str:
        """The id of the last line."""
        return next(reversed(self.lines))

    def named(self) -> frozenset[str]:
        """Name all that its formulas and remarks look at."""
        formulas = {name for line in self.lines.values() for name in names_in(line.value)}
        compared = {remark.of for remark in self.says}
        return frozenset(formulas | compared | {str(remark.than) for remark in self.says})

    def stands(self) -> bool:
        """It needs every fact that a formula looks at."""
        known = {*self.inputs, *self.facts, *self.lines, TODAY}
        named = (name for line in self.lines.values() for name in names_in(line.value))
        return all(name in known for name in named)

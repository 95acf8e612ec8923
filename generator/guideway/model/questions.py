"""Questions, cases and conditions: what a reader is asked, and which answers make what apply."""

from typing import Annotated, Any, Literal, Self

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    PrivateAttr,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticKnownError

from guideway.model.box_sets import BoxSets, ticked_in
from guideway.model.conditions import Condition, parse
from guideway.model.ranges import LARGEST, Range, misfit, of_calendar
from guideway.model.texts import Cites, Id, Inline, Line, Part, Prose, Short, Shorthand, Tag

_CONDITION = {
    "anyOf": [
        {"type": "string"},
        {"type": "object", "minProperties": 1},
        {"type": "array", "minItems": 1},
    ],
    "description": (
        "the name of a case; or question: option, question: [options], case: name, "
        "question: {at_most: 7}, question: {all: [boxes]}; "
        "keys mean and; any: [..]; not: {..}"
    ),
}


def _read(data: object, info: ValidationInfo) -> Condition:
    return parse(data, info.context if info.context is not None else {})


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


class Refusal(Part):
    """Answers that cannot be, as a reader who gave others is told."""

    when: When
    """Which cannot be: it looks at this answer, and at those before, such as
    `{back: {before: answer.sent}}`."""
    say: Line
    """What is said then, in place of going on: what is wrong, and what to look at."""


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
    """Where this answer leads; in a guide, nowhere. Boxes lead where their question says."""
    exclusive: Annotated[bool, Field(strict=False)] = False
    """Of what is ticked: whether it is an answer alone, such as “none of these”."""
    aliases: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    """Earlier ids of this option, so that old addresses still work."""


Options = Annotated[dict[Id, Option], Field(max_length=300)]

Group = Annotated[tuple[Id, ...], Field(strict=False, min_length=1)]


def _not_required(schema: dict[str, Any]) -> None:
    """Tell editors that a question to type an answer to needs no options."""
    schema["required"].remove("options")


class Question(Part):
    """What a reader is asked, and the closed set of answers, or what can be typed."""

    model_config = ConfigDict(json_schema_extra=_not_required)

    ask: Line
    """The question; in a decision, `{answer.kind}` in it, in `help` and in hints is what the reader
    answered to the question `kind`."""
    help: Prose | None = None
    """How to find out."""
    kind: Literal["one", "choices", "number", "money", "date"] = "one"
    """one: one of the options; choices: all that apply, at least one; number, money, date: what the
    reader types."""
    unit: Tag | None = None
    """What a number counts, such as “days”; of a day what lies back or ahead, of money
    “£”; without it, money is in the currency of the site."""
    range: Range | None = None
    """The least and the largest number or sum that can be; of a day, how many days away, or two
    days of the calendar, such as [1930-01-01, 2030-12-31]."""
    decimals: Annotated[int, Field(ge=0, le=3)] = 0
    """How many decimals a number may have; a sum has two, a day none."""
    lies: Literal["past", "future", "calendar"] = "past"
    """Of a day: whether it lies before today or after it; today is both. calendar: of days of the
    calendar, as their range says by itself."""
    formerly: dict[Id, float] = Field(default_factory=dict)
    """Ids that options had before the answer was typed → a value that stands for each, so that old
    addresses still work."""
    refused: Line | None = None
    """What is said of a value that cannot be; else which can."""
    refuses: Annotated[tuple[Refusal, ...], Field(strict=False, max_length=20)] = ()
    """Answers that cannot be beside what was answered before; the first that applies is told, and
    the question stays."""
    options: Options
    """The answers, by id; `unknown` is that for “not sure”. Beside what is typed: other answers."""
    groups: dict[Id, Group] = Field(default_factory=dict, max_length=50)
    """Options of a long list that belong together, by the name a `when` has for them. Of such a
    list options that everything treats alike are one to golden paths."""
    cites: Cites = ()
    """Records it rests on; those it is compared with are added."""
    go: Routes | None = None
    """Where answers lead that have no `go` of their own."""
    everywhere: Annotated[bool, Field(strict=False)] = False
    """Whether who has answered it is not asked again on other pages that ask it with `everywhere`,
    by the same id and options: which system a phone has. It is known until the tab is closed."""
    aliases: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    """Earlier ids of this question, so that old addresses still work."""

    _sets: BoxSets | None = PrivateAttr(default=None)
    _answers: dict[Id, Option] | None = PrivateAttr(default=None)
    _joins: str = PrivateAttr(default=", ")

    @property
    def sets(self) -> BoxSets | None:
        """What can be ticked; nothing where nothing is, or it was not worked out yet."""
        return self._sets

    @property
    def answers(self) -> dict[Id, Option]:
        """All that can be answered, each with what is known of it: options, or sets of boxes."""
        # Asked for very often: pydantic takes a detour to what is private.
        found: dict[Id, Option] | None = (self.__pydantic_private__ or {}).get("_answers")
        return self.options if found is None else found

    def told_apart(self, sets: BoxSets, joins: str | None = None) -> "Question":
        """Let what is ticked be these answers, called as their boxes, with `joins` (as before)."""
        found = self.model_copy()
        found._sets = sets  # noqa: SLF001 - a copy of its own
        found._joins = joins or self._joins  # noqa: SLF001 - likewise
        answers = {name: found._joined(ticked_in(name)) for name in sets.numbers}  # noqa: SLF001
        found._answers = answers  # noqa: SLF001 - likewise
        return found

    def _joined(self, ticked: tuple[str, ...]) -> Option:
        options = [self.options[box] for box in ticked]
        label = self._joins.join(option.label for option in options)
        said = self._joins.join(option.said or option.label for option in options)
        return options[0] if len(options) == 1 else Option.model_construct(label=label, said=said)

    @model_validator(mode="before")
    @classmethod
    def _no_options(cls, data: Any) -> Any:
        is_typed = isinstance(data, dict) and data.get("kind") in _TYPED
        return {"options": {}, **of_calendar(data)} if is_typed else data

    @field_validator("options")
    @classmethod
    def _some_options(cls, options: Any, info: ValidationInfo) -> Any:
        if not options and info.data.get("kind") in {"one", "choices"}:
            raise PydanticKnownError(
                "too_short", {"field_type": "Dictionary", "min_length": 1, "actual_length": 0}
            )
        return options

    @model_validator(mode="after")
    def _fits(self) -> Self:
        boxes = [option for option in self.options.values() if not option.exclusive]
        if self.kind == "choices" and (len(boxes) < 2 or any(box.go for box in boxes)):  # noqa: PLR2004 - or one could choose
            raise misfit(
                "go", "of all that apply two can be ticked; their `go` stands at the question"
            )
        if self.kind != "choices" and len(boxes) < len(self.options):
            raise misfit("exclusive", "only of “kind: choices” an option is `exclusive`")
        if self.everywhere and self.kind != "one":
            raise misfit(
                "everywhere", "only of options to choose from the answer is known everywhere"
            )
        if self.kind not in _TYPED and (
            self.range or self.unit or self.decimals or self.refused or self.formerly
        ):
            raise misfit("kind", "only what is typed has a range, a unit or decimals: say its kind")
        return self

    @model_validator(mode="after")
    def _can_be_typed(self) -> Self:
        if self.kind not in _TYPED:
            return self
        if self.range is None or not 0 <= self.range[0] < self.range[1] <= LARGEST:
            raise misfit("range", "what is typed has a range, such as “range: [0, 365]”, from 0 on")
        if any(not self.range[0] <= value <= self.range[1] for value in self.formerly.values()):
            raise misfit("formerly", "what stands for an earlier option lies in the range")
        if self.lies == "calendar" and self.unit:
            raise misfit("unit", "days of the calendar stand alone: they have no `unit`")
        if self.unit is None and self.kind != "money" and self.lies != "calendar":
            raise misfit("unit", "what is typed has a unit, which stands behind the number")
        if self.kind != "number" and self.decimals:
            raise misfit("decimals", "only a number says how many decimals it has")
        return self


_TYPED = ("number", "money", "date")

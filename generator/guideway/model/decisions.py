"""Decisions: questions and outcomes, and where the answers lead."""

from typing import Annotated, Any, Self

from pydantic import ConfigDict, Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticKnownError

from guideway.model.continuations import Continuation, Given, Meant, Node
from guideway.model.outcomes import Outcome
from guideway.model.questions import Case, Question, When
from guideway.model.reckoning import Reckoning
from guideway.model.related import Related
from guideway.model.sources import Source
from guideway.model.texts import (
    Id,
    Inline,
    Line,
    Lines,
    Part,
    Reviewed,
    TopicId,
)


class Hands(Part):
    """What answers to a decision tell a guide, for every outcome that leads to it."""

    answers: dict[Id, dict[Id, dict[Id, Id]]] = Field(default_factory=dict)
    """Questions of the guide → a question of this decision → its options → options of the guide;
    of several questions the first that was answered with one of these options tells."""
    typed: dict[Id, Annotated[tuple[Meant, ...], Field(strict=False, min_length=1)]] = Field(
        default_factory=dict
    )
    """Questions of the guide → what was typed here, compared: the first that applies tells, after
    all that `answers` has."""
    blanks: dict[Id, Id] = Field(default_factory=dict)
    """Blanks of the guide → questions here to which somebody types what is filled in there."""
    asks: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    """Questions of the guide that nothing here tells; the guide asks them itself."""


class MustPass(Part):
    """A promise about every path: nobody gets to an outcome without passing a question."""

    to: Node
    """A question or an outcome; one of a part is `<decision>.<id>`."""
    through: Node
    """The question that every path to it passes."""


class Never(Part):
    """A promise about everybody who says something: they do not get to a place."""

    when: When
    """What they answered, as their answers are when they come there."""
    to: Node
    """A question or an outcome; one of a part is `<decision>.<id>`."""


class Told(Part):
    """A promise about everybody who says something: wherever they end, they are told a passage."""

    when: When
    """What they answered, as their answers are in the end."""
    text: Id
    """The id of the passage; one in each outcome they can come to has it."""


def _not_required(schema: dict[str, Any]) -> None:
    """Tell editors that a decision that goes on in others needs no outcomes."""
    schema["required"].remove("outcomes")


class Decision(Reviewed):
    """Questions and outcomes: a way for a reader to find out what to do."""

    model_config = ConfigDict(json_schema_extra=_not_required)

    title: Line
    """The question it answers."""
    summary: Inline
    """One or two sentences for lists and search results."""
    topic: TopicId
    """One of the topics in `content/topics.yaml`."""
    aliases: Lines = ()
    """Other names for it; they stand in the index from A to Z."""
    asked: Lines = ()
    """How readers ask for it, in whole sentences; for the search only."""
    care: Id | None = None
    """The calm word for people who read it in distress: a box of `content/care.yaml`."""
    start: Id | None = None
    """The first question; else the one written first."""
    questions: Annotated[dict[Id, Question], Field(min_length=1, max_length=500)]
    """By id."""
    cases: dict[Id, Case] = Field(default_factory=dict, max_length=100)
    """Answers that lead somewhere together, by the id that a `when` names."""
    computed: dict[Id, Reckoning] = Field(default_factory=dict, max_length=20)
    """What is worked out of what is typed, by the id that texts have: `{computed.<id>.<line>}`."""
    parts: dict[Id, Continuation] = Field(default_factory=dict, max_length=50)
    """Other decisions that this one goes on in, by the id that routes lead to."""
    outcomes: Annotated[dict[Id, Outcome], Field(max_length=500)]
    """By id; a decision that has `parts` needs none of its own."""
    hands: dict[Id, Hands] = Field(default_factory=dict)
    """Guides → what answers tell them. A question with the same id and options tells by itself."""
    must_pass: Annotated[tuple[MustPass, ...], Field(strict=False)] = ()
    """Promises the verifier keeps: who gets where has passed a question."""
    never: Annotated[tuple[Never, ...], Field(strict=False, max_length=50)] = ()
    """Promises the verifier keeps: who said something does not get there."""
    told: Annotated[tuple[Told, ...], Field(strict=False, max_length=50)] = ()
    """Promises the verifier keeps: who said something is told a passage in the end."""
    sources: Annotated[tuple[Source, ...], Field(strict=False)] = ()
    """What it rests on besides the records it cites."""
    related: Related = Field(default_factory=Related)
    """What the computed links to other pages cannot know."""

    @model_validator(mode="before")
    @classmethod
    def _no_outcomes(cls, data: Any) -> Any:
        goes_on = isinstance(data, dict) and data.get("parts")
        return {"outcomes": {}, **data} if goes_on else data

    @field_validator("outcomes")
    @classmethod
    def _some_outcomes(cls, outcomes: Any, info: ValidationInfo) -> Any:
        if not outcomes and not (info.data.get("parts") or "parts" not in info.data):
            told = {"field_type": "Dictionary", "min_length": 1, "actual_length": 0}
            raise PydanticKnownError("too_short", told)
        return outcomes

    @property
    def first(self) -> str:
        """The id of the question a reader starts with."""
        return self.start or next(iter(self.questions))

    def outcome_called(self, name: str) -> str:
        """Give the id that an outcome has now; a name that no outcome ever had stays as it is."""
        now = (id_ for id_, outcome in self.outcomes.items() if name in outcome.aliases)
        return name if name in self.outcomes else next(now, name)


class Golden(Part):
    """A path somebody walked by hand: these answers lead there."""

    answers: Annotated[tuple[Given, ...], Field(strict=False, min_length=1)]
    """The options chosen, lists of those ticked, and values typed, in order; of a day how many days
    away it is."""
    outcome: Node = ""
    """Where they lead: an outcome, one of a part (`<decision>.<id>`), or a part alone; an earlier
    id of an outcome will do."""
    refused: Node = ""
    """In place of an outcome: the question that refuses the last answer."""
    told: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    """Passages of the outcome that are told then, by their ids; no other passage with an id is."""

    @model_validator(mode="after")
    def _ends(self) -> Self:
        if bool(self.outcome) == bool(self.refused):
            raise ValueError("a path leads to an `outcome`, or its last answer is `refused`")
        return self


class GoldenPaths(Part):
    """The paths of one decision that are run as tests."""

    paths: Annotated[tuple[Golden, ...], Field(strict=False, min_length=1)]
    """One by one."""

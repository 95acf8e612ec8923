"""Parts of a decision: another decision that it goes on in, with what was answered before."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from guideway.model.box_sets import name_of
from guideway.model.comparisons import ANSWER
from guideway.model.conditions import Answers, holds
from guideway.model.questions import When
from guideway.model.texts import Id, Part, Refers


def _typed(data: object) -> object:
    """A number in YAML is what a reader types, a list what one ticks."""
    if isinstance(data, list) and all(isinstance(box, str) for box in data):
        return name_of(data)
    is_number = isinstance(data, (int, float)) and not isinstance(data, bool)
    return f"{Decimal(str(data)):f}" if is_number else data


Given = Annotated[
    str,
    StringConstraints(
        pattern=r"^([a-z][a-z0-9]*(-[a-z0-9]+)*(,[a-z][a-z0-9]*(-[a-z0-9]+)*)*|[0-9]+(\.[0-9]+)?)$",
        max_length=2_000,
    ),
    BeforeValidator(_typed, json_schema_input_type=str | float | tuple[Id, ...]),
]
"""An answer: the id of an option, a list of them, or a value."""

Node = Annotated[
    str,
    StringConstraints(
        pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z][a-z0-9]*(-[a-z0-9]+)*)?$", max_length=121
    ),
]
"""A question or an outcome; one of a part is called `<decision>.<its id there>`."""


class Meant(Part):
    """What a guide, or a decision that goes on, is told by what was answered."""

    when: When
    """What was typed, compared: `{days: {at_most: 7}}`; to a guide, only one question in all."""
    means: Id
    """The option of the question there."""


class Known(Part):
    """What is known of a question before a part is asked; one of the four."""

    option: Given | None = None
    """The answer of everybody who comes here: an option, a value, a list of what is ticked."""
    answer: Id | None = None
    """`answer.<question>`: what was answered here, as it is."""
    options: dict[Id, dict[Id, Id]] = Field(default_factory=dict)
    """Questions here → their options → options there; the first that was so answered tells."""
    meant: Annotated[tuple[Meant, ...], Field(strict=False)] = ()
    """Conditions and the options they mean; the first that applies tells."""

    @model_validator(mode="before")
    @classmethod
    def _written(cls, data: Any) -> Any:
        """Each of the four is told by how it is written."""
        if isinstance(data, str) and data.startswith(ANSWER):
            return {"answer": data.removeprefix(ANSWER)}
        if isinstance(data, dict) and not data.keys() <= cls.model_fields.keys():
            return {"options": data}
        is_meant = isinstance(data, list) and any(isinstance(each, dict) for each in data)
        if is_meant:
            return {"meant": data}
        return data if isinstance(data, dict) else {"option": data}


_WRITTEN = str | float | tuple[Id, ...] | dict[Id, dict[Id, Id]] | tuple[Meant, ...]


class Continuation(Part):
    """A part: another decision, in which this one goes on; a route leads to it by its id.

    A question of it is not asked if its answer is known: `answers` says so, or the same question
    (the same id, and options or what can be typed) was asked here.
    """

    decision: Annotated[Id, Refers("decision")]
    """The decision that goes on; its questions and outcomes are `<its id>.<their id>` here."""
    answers: dict[
        Id, Annotated[Known, BeforeValidator(lambda data: data, json_schema_input_type=_WRITTEN)]
    ] = Field(default_factory=dict)
    """Its questions → what is known: an option, value or list; `answer.<question here>`; a question
    here and what its options mean, `{kind: {shop: store}}`; `[{when: …, means: …}]`."""
    asks: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    """Its questions that it asks itself, although the same was asked here."""


class Telling(Part):
    """One way in which the answer to a question of a part is known."""

    is_made: ClassVar[bool] = True
    question: str = ""
    """The question whose answer tells; empty if `when` does."""
    means: dict[str, str] = Field(default_factory=dict)
    """Its answers → answers of the part."""
    is_same: bool = False
    """Whether what was typed, ticked or chosen is the answer as it is."""
    when: When | None = None
    """Who gave the answer; nothing: everybody."""
    option: str = ""

    def told(self, said: Answers) -> str | None:
        """Give the answer of who said something; nothing if this does not tell it."""
        if self.question:
            return self.means.get(said.get(self.question, ""))
        return self.option if self.when is None or holds(self.when, said) else None


class Entrance(Continuation):
    """A part as it is proven and read: where it goes on, and what is known then.

    Nobody writes it: it is made of the part and of the decision it names.
    """

    is_made: ClassVar[bool] = True
    looks: tuple[When, ...] = ()
    """What is looked at of what was answered before: by these, readers are told apart."""
    go: str = ""
    """The first question of the decision; empty where the part is not put in."""
    given: dict[str, tuple[Telling, ...]] = Field(default_factory=dict)
    """Questions of the part → what tells their answers: the first that does."""

    def known(self, said: Answers) -> Iterator[tuple[str, str]]:
        """List what is answered of the part by who said something before."""
        for question, tellings in self.given.items():
            found = (telling.told(said) for telling in tellings)
            option = next((each for each in found if each is not None), None)
            if option is not None:
                yield question, option


class PublishedTelling(Part):
    """One way in which an answer is known: of a question before, or by a condition."""

    question: str = ""
    means: dict[str, str] | None = None
    """Its options → options of the part; without it, the answer is the same as it was."""
    when: dict[str, Any] | None = None
    option: str | None = None


class ContinuationMore(Part):
    """What is published of a part besides: how programs go on."""

    go: str = ""
    """The question it goes on with; one that is known is not asked, its answer leads on."""
    given: dict[str, tuple[PublishedTelling, ...]] = Field(default_factory=dict)
    """Questions of the part → what tells their answers: the first that does."""

"""Decisions: questions and outcomes, and where the answers lead."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from guideway.model.care import Emergency
from guideway.model.questions import Case, Question
from guideway.model.related import Related
from guideway.model.sources import Source
from guideway.model.texts import (
    Cites,
    Id,
    Inline,
    Line,
    Lines,
    Part,
    Prose,
    Refers,
    Reviewed,
    Target,
    TopicId,
)

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


class Hands(Part):
    """What answers to a decision tell a guide, for every outcome that leads to it."""

    answers: dict[Id, dict[Id, dict[Id, Id]]] = Field(default_factory=dict)
    """Questions of the guide → a question of this decision → its options → options of the guide;
    of several questions the first that was answered with one of these options tells."""
    asks: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    """Questions of the guide that nothing here tells; the guide asks them itself."""


class Outcome(Part):
    """Where answers lead in the end."""

    kind: Literal["done", "act", "wait", "not-eligible", "refused", "no-reply", "seek-help"]
    """What it means for the reader; all but `done` have a way on."""
    title: Line
    """The result in a few words."""
    text: Prose
    """What it means and what to do."""
    emergency: Emergency | None = None
    """The call that comes before everything else, if there is one."""
    guide: Handover | None = None
    """The guide to go on with."""
    next: Annotated[tuple[Target, ...], Field(strict=False)] = ()
    """Other ways on: decisions, guides, channels, providers."""
    cites: Cites = ()
    """Records it rests on."""

    def stands(self) -> bool:
        """Nobody is left alone where an answer led."""
        return self.kind == "done" or bool(self.guide or self.next)


class MustPass(Part):
    """A promise about every path: nobody gets to an outcome without passing a question."""

    to: Id
    """A question or an outcome."""
    through: Id
    """The question that every path to it passes."""


class Decision(Reviewed):
    """Questions and outcomes: a way for a reader to find out what to do."""

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
    outcomes: Annotated[dict[Id, Outcome], Field(min_length=1, max_length=500)]
    """By id."""
    hands: dict[Id, Hands] = Field(default_factory=dict)
    """Guides → what answers tell them. A question with the same id and options tells by itself."""
    must_pass: Annotated[tuple[MustPass, ...], Field(strict=False)] = ()
    """Promises the verifier keeps."""
    sources: Annotated[tuple[Source, ...], Field(strict=False)] = ()
    """What it rests on besides the records it cites."""
    related: Related = Field(default_factory=Related)
    """What the computed links to other pages cannot know."""

    @property
    def first(self) -> str:
        """The id of the question a reader starts with."""
        return self.start or next(iter(self.questions))


class Golden(Part):
    """A path somebody walked by hand: these answers lead there."""

    answers: Annotated[tuple[Id, ...], Field(strict=False, min_length=1)]
    """The options chosen, in order."""
    outcome: Id
    """Where they lead."""


class GoldenPaths(Part):
    """The paths of one decision that are run as tests."""

    paths: Annotated[tuple[Golden, ...], Field(strict=False, min_length=1)]
    """One by one."""

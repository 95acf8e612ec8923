"""Guides: one procedure a person follows, from what they need to how they know it is done."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guideway.model.questions import Question, When
from guideway.model.sources import Source
from guideway.model.steps import Step, Warn
from guideway.model.texts import (
    ActionId,
    AudienceId,
    Cites,
    Claim,
    Id,
    Inline,
    Inlines,
    Line,
    Lines,
    Part,
    ProviderId,
    Reviewed,
    Target,
    TopicId,
)

Audiences = Annotated[tuple[AudienceId, ...], Field(strict=False, min_length=1)]


class Need(Part):
    """Something to have at hand before starting."""

    what: Inline
    """The thing."""
    where: Inline | None = None
    """Where to find it."""
    when: When | None = None
    """The answers that make it apply; without it, always."""


class Cost(Part):
    """What the procedure costs, or must not cost."""

    what: Inline
    """What is charged for."""
    amount: Inline
    """How much, or on what it depends."""
    cites: Cites = ()
    """Records it rests on."""
    when: When | None = None
    """The answers that make it apply; without it, always."""


class Deadline(Part):
    """A time limit, in words."""

    what: Inline
    """What has to happen."""
    who: Line
    """Who has to act."""
    limit: Inline
    """By when, counted from what; refer to a period record."""
    cites: Cites = ()
    """Records it rests on."""
    when: When | None = None
    """The answers that make it apply; without it, always."""


class Done(Part):
    """How the reader knows it is done."""

    text: Inline
    """The state that was reached."""
    signs: Annotated[tuple[Inline, ...], Field(strict=False, min_length=1)]
    """Where it can be seen."""
    then: Inlines = ()
    """What to do afterwards."""


class Trouble(Part):
    """Something that can go wrong, and the way on."""

    when: Inline
    """What happens."""
    then: Inline
    """What to do."""
    go: Target | None = None
    """Where to go on: a step of this guide, or a page, such as `guide.alipay-refund`."""
    cites: Cites = ()
    """Records it rests on."""


class Turn(Part):
    """Somebody to turn to, in the order in which to try."""

    to: Inline
    """Who."""
    how: Inline
    """When and how, and what they can do."""
    cites: Cites = ()
    """Records it rests on."""


class Correction(Part):
    """A statement in circulation that is wrong, outdated or unsafe, and what is true instead."""

    id: Id
    """Its name in links; it stays when the words change."""
    claim: Claim
    """The statement, in our words."""
    harm: Literal["wrong", "outdated", "unfounded", "unsafe"]
    """unfounded: nothing supports it; unsafe: following it can cost money or data."""
    truth: Inline
    """What is true, and what to do."""
    cites: Cites = ()
    """Records it rests on."""


class Guide(Reviewed):
    """One procedure: goal, needs, steps, deadlines, what to keep, where to go if it fails."""

    title: Line
    """What the reader wants to do, starting with the verb."""
    goal: Inline
    """What the reader has at the end."""
    summary: Inline
    """One or two sentences for lists and search results."""
    takes: Inline | None = None
    """How long it takes, as far as anybody can say."""
    provider: ProviderId
    """The organisation it is about: a file in `content/providers/`."""
    topic: TopicId
    """One of the topics in `content/topics.yaml`."""
    action: ActionId
    """One of the actions in `content/topics.yaml`."""
    audience: Audiences
    """For whom: audiences in `content/topics.yaml`."""
    aliases: Lines = ()
    """Other words people search with."""
    questions: dict[Id, Question] = Field(default_factory=dict)
    """What the reader can answer to see only what applies; options lead nowhere."""
    warnings: Annotated[tuple[Warn, ...], Field(strict=False)] = ()
    """What the reader must know before the first step."""
    needs: Annotated[tuple[Need, ...], Field(strict=False)] = ()
    """What to have at hand."""
    steps: Annotated[tuple[Step, ...], Field(strict=False, min_length=1)]
    """The procedure, in order."""
    fees: Annotated[tuple[Cost, ...], Field(strict=False)] = ()
    """What it costs, or must not cost."""
    deadlines: Annotated[tuple[Deadline, ...], Field(strict=False)] = ()
    """Time limits, in words."""
    done: Done
    """How the reader knows it is done."""
    troubles: Annotated[tuple[Trouble, ...], Field(strict=False)] = ()
    """What can go wrong."""
    turns: Annotated[tuple[Turn, ...], Field(strict=False)] = ()
    """Where to turn, in order."""
    corrections: Annotated[tuple[Correction, ...], Field(strict=False)] = ()
    """Wrong statements in circulation."""
    sources: Annotated[tuple[Source, ...], Field(strict=False)] = ()
    """What the guide rests on besides the records it cites."""

"""Guides: one procedure a person follows, from what they need to how they know it is done."""

from typing import Annotated, Literal

from pydantic import Field

from guideway.model.answering import Answering
from guideway.model.care import GuideEmergency
from guideway.model.computed import Computed
from guideway.model.letters import Blank, Letter
from guideway.model.questions import Case, Question, When
from guideway.model.related import TailoredRelated
from guideway.model.sources import Source
from guideway.model.steps import Step, Warn
from guideway.model.texts import (
    ActionId,
    AudienceId,
    BlankId,
    Cites,
    Claim,
    Id,
    Inline,
    Inlines,
    Line,
    Lines,
    Part,
    PeriodId,
    ProviderId,
    Reviewed,
    Short,
    StepId,
    StepIds,
    Target,
    TopicId,
)

Flaw = Literal["wrong", "outdated", "unfounded"]
Harm = Literal["harmless", "costs-money", "unsafe"]
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
    """A time limit: in words, and counted in the page where a period and a day are given."""

    id: Id
    """Its name in links, letters and calendars; it stays when the words change."""
    aliases: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    """Earlier ids of this day and of those it took over, so that old addresses still work."""
    asked: Lines = ()
    """What readers ask that is answered here, in their words; a search for it opens this place."""
    what: Inline
    """What has to happen."""
    who: Line
    """Who has to act."""
    acts: Literal["you", "them"]
    """Whether the reader has to act, or waits for somebody who has to."""
    limit: Inline | None = None
    """By when, counted from what; without it, the words of the period."""
    period: PeriodId | None = None
    """The period that is counted from the reader's date."""
    since: BlankId | None = None
    """The blank of kind `date` it is counted from: one of `blanks`."""
    passed: Inline | None = None
    """What to do if the day has passed."""
    at: StepIds = ()
    """The steps that need it: it stands in the first of them that a reader has; without any, below
    the steps."""
    cites: Cites = ()
    """Records it rests on."""
    when: When | None = None
    """The answers that make it apply; without it, always."""

    def stands(self) -> bool:
        """A deadline says by when."""
        return self.limit is not None or self.period is not None


class Done(Part):
    """How the reader knows it is done."""

    text: Inline
    """The state that was reached."""
    signs: Annotated[tuple[Inline, ...], Field(strict=False, min_length=1)]
    """Where it can be seen."""
    then: Inlines = ()
    """What to do afterwards."""


class Trouble(Answering):
    """Something that can go wrong, and the way on."""

    when: Inline
    """What happens."""
    then: Inline
    """What to do."""
    go: Target | None = None
    """Where to go on: a step of this guide, or a page, such as `guide.bridge`."""
    applies: When | None = None
    """The answers with which it can happen; without it, always."""
    cites: Cites = ()
    """Records it rests on."""


class Turn(Part):
    """Somebody to turn to, in the order in which to try."""

    to: Inline
    """Who."""
    how: Inline
    """When and how, and what they can do."""
    applies: When | None = None
    """The answers with which to turn to them; without it, always."""
    cites: Cites = ()
    """Records it rests on."""


class Correction(Part):
    """A statement in circulation that is not right, why that matters, and what is true instead."""

    id: Id
    """Its name in links; it stays when the words change."""
    asked: Lines = ()
    """What readers ask that is answered here, in their words; a search for it opens this place."""
    claim: Claim
    """The statement, in our words."""
    flaw: Flaw
    """unfounded: nothing that could be found supports it."""
    harm: Harm
    """What following it can do: nothing much; cost money or rights; lose data or help a fraud."""
    why: Inline
    """Why it matters: what happens to somebody who believes it."""
    truth: Inline
    """What is true, and what to do."""
    at: StepId | None = None
    """The step at which it matters; it is told there as well."""
    cites: Cites = ()
    """Records it rests on."""


class Situation(Part):
    """One of the situations people come with: the same guide, with these answers."""

    short: Short
    """What it is called where there is little room, such as “not sent yet”."""
    title: Line
    """The title of its page, as a person would say it, such as “Not sent yet: how do I cancel?”."""
    answers: Annotated[dict[Id, Id], Field(min_length=1)]
    """The answers it gives: question → option."""
    asked: Lines = ()
    """How readers ask for it, in whole sentences; for the search only."""


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
    """Other names for it; they stand in the index from A to Z."""
    asked: Lines = ()
    """How readers ask for it, in whole sentences; for the search only."""
    emergency: GuideEmergency | None = None
    """The call that comes before everything else, if there is one."""
    care: Id | None = None
    """The calm word for people who read it in distress: a box of `content/care.yaml`."""
    questions: dict[Id, Question] = Field(default_factory=dict, max_length=100)
    """What the reader can answer to see only what applies; options lead nowhere."""
    cases: dict[Id, Case] = Field(default_factory=dict, max_length=100)
    """Who something is for, by the id that a `when` names: what depends on several questions."""
    situations: dict[Id, Situation] = Field(default_factory=dict, max_length=20)
    """The few situations people come with, by id, in the order in which they are offered: each has
    a page of its own, and its id stays in its address."""
    warnings: Annotated[tuple[Warn, ...], Field(strict=False, max_length=20)] = ()
    """What not to do before the first step."""
    needs: Annotated[tuple[Need, ...], Field(strict=False)] = ()
    """What to have at hand."""
    computed: dict[Id, Computed] = Field(default_factory=dict, max_length=10)
    """What is worked out in the page, by id; it stands before the first step."""
    steps: Annotated[tuple[Step, ...], Field(strict=False, min_length=1)]
    """The procedure, in order."""
    fees: Annotated[tuple[Cost, ...], Field(strict=False)] = ()
    """What it costs, or must not cost."""
    blanks: dict[Id, Blank] = Field(default_factory=dict)
    """What the reader fills in, by id: the days deadlines are counted from, words for letters."""
    deadlines: Annotated[tuple[Deadline, ...], Field(strict=False)] = ()
    """Time limits."""
    letters: Annotated[tuple[Letter, ...], Field(strict=False)] = ()
    """Texts the reader can fill in and send."""
    done: Done
    """How the reader knows it is done."""
    troubles: Annotated[tuple[Trouble, ...], Field(strict=False)] = ()
    """What can go wrong."""
    turns: Annotated[tuple[Turn, ...], Field(strict=False)] = ()
    """Where to turn, in order."""
    corrections: Annotated[tuple[Correction, ...], Field(strict=False)] = ()
    """Statements in circulation that are not right."""
    sources: Annotated[tuple[Source, ...], Field(strict=False)] = ()
    """What the guide rests on besides the records it cites."""
    related: TailoredRelated = Field(default_factory=TailoredRelated)
    """What the computed links to other pages cannot know."""

    def lies(self, name: str) -> str:
        """Say where the day of a blank lies, seen from today; empty if its author did not.

        What a deadline counts from has happened, if nobody says otherwise.
        """
        counted = any(deadline.since == name for deadline in self.deadlines)
        return self.blanks[name].lies or ("past" if counted else "")

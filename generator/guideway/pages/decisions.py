"""The page of a decision: every run of it, unrolled into nested lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guideway.catalog import Catalog, Entry
from guideway.catalog.local_names import inside
from guideway.decisions.counts import questions_left
from guideway.decisions.handing import HandedAnswer, guide_of, handed
from guideway.decisions.state_graph import StateGraph, explore
from guideway.model.conditions import NEVER, residual
from guideway.model.decisions import Decision, Handover, Outcome
from guideway.model.guides import Guide
from guideway.model.questions import Option, Question
from guideway.model.words import Words
from guideway.pages.caring import Caring, care_of
from guideway.pages.neighbours import Circle, circles
from guideway.pages.page import Page, Source, crumbs_to
from guideway.pages.sourcing import sources_of
from guideway.pages.targets import Target, address_of, embed_id, with_answers
from guideway.related import Related

DEPTH = 8
"""Levels of questions inside questions; what lies deeper starts a list of its own."""


@dataclass(frozen=True)
class Choice:
    """One option of a question, and what comes next."""

    name: str
    option: Option
    go: int
    """The number of the state it leads to."""
    inside: Branch | None
    """That state, where it is printed right here; else a link leads to it."""


@dataclass(frozen=True)
class Hand:
    """What an outcome hands to the guide it leads to."""

    address: str
    """Of the guide or the place on it, with the answers of everybody who comes to the outcome."""
    opening: str
    """The same as far as a browser without our script finds it: a place without answers."""
    later: str
    """What depends on what was answered: `<question there>:<question here>:<option>=<means>`.

    The first that applies tells. `=<means>` is left out where it is the same, all options where
    each means itself, and then the second question, where it has the same name. Before them stands
    what `opening` does not say: `<question there>=<option>`.
    """
    place: str = ""
    """What the step or letter is called that it leads to, as inline Markdown."""


@dataclass(frozen=True)
class Branch:
    """A state: a question with its choices, or an outcome."""

    number: int
    node: str
    question: Question | None
    outcome: Outcome | None
    choices: tuple[Choice, ...]
    hand: Hand | None
    """Of an outcome that leads to a guide, what it hands over."""
    fewest: int
    """How few questions may still come, this one included."""
    most: int


@dataclass(frozen=True, kw_only=True)
class DecisionContext(Caring):
    """What the page of a decision shows."""

    entry: Entry[Decision]
    """The decision."""
    branches: Sequence[Branch]
    """Its lists of questions; the first starts at the first question."""
    related: tuple[Circle, ...]
    """The related pages, list by list."""
    sections: tuple[str, ...]
    """What is closed below the questions."""
    titles: Mapping[int, str]
    """What a link to a state says, by its number."""


def decision_page(
    catalog: Catalog, words: Words, entry: Entry[Decision], related: Related
) -> Page[DecisionContext]:
    """Plan the page of one decision."""
    decision = entry.value
    graph = explore(entry)
    sources = sources_of(catalog, entry)
    hands = dict(_hands(catalog, entry))
    return Page(
        path=f"decisions/{entry.id}.md",
        embed=embed_id(entry.name),
        kind="decision",
        title=decision.title,
        summary=decision.summary,
        context=DecisionContext(
            entry=entry,
            care=care_of(catalog, decision.care),
            branches=_Unrolling(graph, hands).branches(),
            related=circles(catalog, words, related),
            sections=_sections(related, sources),
            titles={state.number: _title(graph, state.node) for state in graph.states},
        ),
        crumbs=crumbs_to(words, "decisions"),
        source_path=entry.document.path,
        reviewed_on=decision.reviewed_on,
        review_by=decision.review_by,
        sources=sources,
        scripts=("cites", "asking", "questions", "decision"),
        handed={name: hand.address for name, hand in hands.items()},
    )


def _hands(catalog: Catalog, entry: Entry[Decision]) -> Iterator[tuple[str, Hand]]:
    """Say for every outcome that leads to a guide with which answers it does."""
    for name, outcome in entry.value.outcomes.items():
        guide = guide_of(catalog, outcome.guide)
        if outcome.guide and guide:
            yield name, hand_of(entry, name, outcome.guide, guide)


def hand_of(entry: Entry[Decision], outcome: str, handover: Handover, guide: Guide) -> Hand:
    """Give the address of the guide an outcome leads to, with answers, and what adds to them."""
    found = handed(entry, outcome, handover, guide)
    page, left = _page_of(handover, guide, found.answers)
    answers = left.items()
    if not handover.at:
        address = with_answers(page, answers)
        return Hand(address, address, " ".join(_later(found.told)))
    opening = f"{page}#{handover.at.replace('.', '-', 1)}"
    said = [f"{question}={option}" for question, option in answers]
    later = " ".join([*said, *_later(found.told)])
    kind, _, written = handover.at.partition(".")
    place = Target(handover.at, opening, inside(guide, kind)[written])
    return Hand(with_answers(opening, answers), opening, later, place.title)


def _page_of(
    handover: Handover, guide: Guide, answers: Mapping[str, str]
) -> tuple[str, Mapping[str, str]]:
    """Choose the page of a guide that says most of the answers itself, and what is left to say.

    That is a situation of which all answers are given and which has the place that is opened.
    """
    whole = address_of(f"guide.{handover.id}")
    kind, _, written = (handover.at or "").partition(".")
    when = getattr(inside(guide, kind)[written], "when", None) if written else None
    said = {
        f"{whole}{name}/": situation.answers
        for name, situation in guide.situations.items()
        if situation.answers.items() <= answers.items()
        and (when is None or residual(when, situation.answers) != NEVER)
    }
    page = max(said, key=lambda each: len(said[each]), default=whole)
    told = said.get(page, {})
    return page, {name: option for name, option in answers.items() if name not in told}


def _later(told: Iterable[HandedAnswer]) -> Iterator[str]:
    """Write what depends on what was answered in few signs; some links have much of it."""
    for one in told:
        for here, meanings in one.meanings.items():
            options = [o if o == means else f"{o}={means}" for o, means in meanings.items()]
            if here in one.itself:
                yield one.question if one.question == here else f"{one.question}:{here}"
            else:
                yield f"{one.question}:{here}:{','.join(options)}"


def _sections(related: Related, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Name the sections after the questions."""
    there = {"related": bool(related.lists), "sources": bool(sources)}
    return tuple(name for name, is_there in there.items() if is_there)


def _title(graph: StateGraph, node: str) -> str:
    decision = graph.decision
    return (
        decision.questions[node].ask
        if node in decision.questions
        else decision.outcomes[node].title
    )


class _Unrolling:
    """Prints every state once, inside the first choice that leads to it."""

    def __init__(self, graph: StateGraph, hands: Mapping[str, Hand]) -> None:
        self._graph = graph
        self._hands = hands
        self._left: Mapping[int, tuple[int, int]] = questions_left(graph) or {}
        self._printed: set[int] = set()
        self._waiting: list[int] = [0]

    def branches(self) -> list[Branch]:
        """List the trees; the first starts at the first question."""
        found = []
        while self._waiting:
            number = self._waiting.pop(0)
            if number not in self._printed:
                found.append(self._branch(number, 1))
        return found

    def _branch(self, number: int, depth: int) -> Branch:
        self._printed.add(number)
        node = self._graph.states[number].node
        decision = self._graph.decision
        question = decision.questions.get(node)
        fewest, most = self._left.get(number, (0, 0))
        choices = tuple(
            self._choice(name, option, number, position, depth)
            for position, (name, option) in enumerate(question.options.items() if question else ())
        )
        outcome, hand = decision.outcomes.get(node), self._hands.get(node)
        return Branch(number, node, question, outcome, choices, hand, fewest, most)

    def _choice(self, name: str, option: Option, number: int, position: int, depth: int) -> Choice:
        target = self._graph.arrows[number][position].target
        if target is None:
            raise ValueError(f"the option “{name}” leads nowhere, which no check let pass")
        is_outcome = target not in self._graph.arrows
        fits = target not in self._printed and (is_outcome or depth < DEPTH)
        if not fits:
            self._waiting.append(target)
        return Choice(name, option, target, self._branch(target, depth + 1) if fits else None)

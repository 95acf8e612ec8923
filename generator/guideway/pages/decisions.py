"""The page of a decision: every run of it, unrolled into nested lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guideway.catalog import Catalog, Entry
from guideway.decisions.answered_texts import outcome_for, question_for, title_for
from guideway.decisions.counts import questions_left
from guideway.decisions.state_graph import explore
from guideway.decisions.states import State, StateGraph
from guideway.decisions.worked import Worked
from guideway.model.decisions import Decision
from guideway.model.outcomes import Outcome
from guideway.model.questions import Option, Question
from guideway.model.words import Words
from guideway.pages.asking import typing_scripts
from guideway.pages.bands import begins, in_words, told_apart, typed, worded
from guideway.pages.boxes import Line, boxes_of, lines_of
from guideway.pages.caring import Caring, care_of
from guideway.pages.figured import Figured
from guideway.pages.hands import Hand, addresses_of, hands_of
from guideway.pages.neighbours import Circle, circles
from guideway.pages.page import Page, Source, crumbs_to
from guideway.pages.sounds import spelt, variants
from guideway.pages.sourcing import sources_of
from guideway.pages.targets import embed_id
from guideway.pages.worked import ask_of, asked_in_words, script_name
from guideway.related import Shown

DEPTH = 8
"""Levels of questions inside questions; what lies deeper starts a list of its own."""


@dataclass(frozen=True)
class Choice:
    """One option of a question, and what comes next."""

    name: str
    option: Option
    begins: Mapping[str, str]
    """Of what is typed, from which value on it applies, and of boxes which, as its script has to
    know it."""
    go: int
    """The number of the state it leads to."""
    inside: Branch | None
    """That state, where it is printed right here; else a link leads to it."""
    refused: str = ""
    """What is said in place of going on, if it cannot be answered here."""


@dataclass(frozen=True)
class Branch:
    """A state: a question with its choices, or an outcome."""

    number: int
    node: str
    question: Question | None
    typed: Mapping[str, str]
    """Of a question to type an answer to, or to tick boxes, what its script has to know."""
    boxes: tuple[Line, ...]
    """What can be ticked."""
    outcome: Outcome | None
    choices: tuple[Choice, ...]
    hand: Hand | None
    """Of an outcome that leads to a guide, what it hands over."""
    fewest: int
    """How few questions may still come, this one included."""
    most: int
    figures: Mapping[str, str]
    """Values that its texts say, in the words for where nothing can be typed."""
    workings: tuple[str, ...]
    """How is worked out what they say."""


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
    types: bool
    """Whether answers are typed: then the page says what its script says of them."""
    titles: Mapping[int, str]
    """What a link to a state says, by its number."""
    figured: Mapping[str, object]
    """What the script has to know to say values, and to work with them."""


def decision_page(
    catalog: Catalog, words: Words, entry: Entry[Decision], related: Shown
) -> Page[DecisionContext]:
    """Plan the page of one decision."""
    decision = entry.value
    graph = explore(entry)
    sources = sources_of(catalog, entry)
    hands = dict(hands_of(catalog, entry))
    told = worded(graph.decision, words)
    figures = Figured(catalog, told, words)
    handing = ("hand-over",) if any(hand.later for hand in hands.values()) else ()
    return Page(
        path=f"decisions/{entry.id}.md",
        embed=embed_id(entry.name),
        kind="decision",
        title=decision.title,
        summary=decision.summary,
        context=DecisionContext(
            entry=entry,
            care=care_of(catalog, decision.care),
            branches=_Unrolling(graph, hands, words, figures).branches(),
            related=circles(catalog, words, related),
            types="values" in typing_scripts(decision.questions),
            sections=_sections(related, sources),
            titles={s.number: _title(told, s, words) for s in graph.states},
            figured=figures.data(),
        ),
        crumbs=crumbs_to(words, "decisions"),
        source_path=entry.document.path,
        reviewed_on=decision.reviewed_on,
        review_by=decision.review_by,
        sources=sources,
        scripts=(
            *("cites", *typing_scripts(decision.questions), *figures.scripts()),
            *(*handing, "decision"),
        ),
        handed=dict(addresses_of(catalog, entry)),
    )


def _title(decision: Decision, state: State, words: Words) -> str:
    question = decision.questions.get(state.node)
    if isinstance(question, Worked):
        return ask_of(question, words, decision.questions)
    return title_for(decision, state.node, state.said)


def _sections(related: Shown, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Name the sections after the questions."""
    there = {"related": bool(related), "sources": bool(sources)}
    return tuple(name for name, is_there in there.items() if is_there)


class _Unrolling:
    """Prints every state once, inside the first choice that leads to it."""

    def __init__(
        self, graph: StateGraph, hands: Mapping[int, Hand], words: Words, figures: Figured
    ) -> None:
        self._graph = graph
        self._hands = hands
        self._words = words
        self._figures = figures
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
        state, decision = self._graph.states[number], self._graph.decision
        node, said = state.node, state.said
        is_end = node in decision.outcomes
        words, figures = self._figures.words(node, said)
        asked = None if is_end else question_for(decision, node, said, words)
        question = asked and self._worded(asked, number)
        needed = {"needed": ""} if node in self._figures.needed else {}
        told = {**typed(asked), **variants(asked), **needed} if asked else {}
        fewest, most = self._left.get(number, (0, 0))
        choices = tuple(self._choices(question, number, depth)) if question else ()
        outcome = outcome_for(decision, node, said, words) if is_end else None
        hand = self._hands.get(number)
        boxes = tuple(boxes_of(question)) if question else ()
        more = (fewest, most, figures, self._figures.workings(figures, outcome))
        return Branch(number, node, question, told, boxes, outcome, choices, hand, *more)

    def _worded(self, question: Question, number: int) -> Question:
        if isinstance(question, Worked):
            working = self._figures.working(script_name(question))
            asked = self._graph.decision.questions
            return asked_in_words(question, self._words, asked, working)
        targets = self._targets(number)
        apart = told_apart(question, targets)
        return in_words(apart, self._words, self._graph.decision.questions)

    def _choices(self, question: Question, number: int, depth: int) -> Iterator[Choice]:
        """List the options of a question; sets of boxes that lead to the same place are one."""
        targets = self._targets(number)
        plain = (
            Line(name, one, {**begins(question, name), **spelt(question, name)})
            for name, one in question.options.items()
        )
        ticked = lines_of(question, targets, self._words["boxes"])
        for line in ticked if question.sets else plain:
            if isinstance(question, Worked) and line.name not in targets:
                continue
            target = self._settled(targets.get(line.name))
            if target is not None and target < 0:
                refused = question.refuses[-1 - target].say
                yield Choice(line.name, line.option, line.data, target, None, refused)
            else:
                yield self._choice(line, target, depth)

    def _settled(self, target: int | None) -> int | None:
        """Pass by what is worked out and makes no difference here."""
        while target is not None and target >= 0:
            node = self._graph.states[target].node
            led = {arrow.target for arrow in self._graph.arrows.get(target, ())}
            is_worked = isinstance(self._graph.decision.questions.get(node), Worked)
            if not is_worked or len(led) != 1 or self._graph.refused.get(target):
                break
            target = next(iter(led))
        return target

    def _targets(self, number: int) -> Mapping[str, int | None]:
        """Say where options lead: to a state, or, below zero, to what refuses them."""
        led = {arrow.option: arrow.target for arrow in self._graph.arrows[number]}
        return {**led, **{o: -1 - n for o, n in self._graph.refused.get(number, {}).items()}}

    def _choice(self, line: Line, target: int | None, depth: int) -> Choice:
        if target is None:
            raise ValueError(f"the option “{line.name}” leads nowhere, which no check let pass")
        is_outcome = target not in self._graph.arrows
        fits = target not in self._printed and (is_outcome or depth < DEPTH)
        if not fits:
            self._waiting.append(target)
        inside = self._branch(target, depth + 1) if fits else None
        return Choice(line.name, line.option, line.data, target, inside)

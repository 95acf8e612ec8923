"""What answers to a decision tell the guide an outcome leads to.

Of each question of the guide, in this order: what the outcome says; that the guide asks it itself;
what the decision says of the guide; a question of the decision with the same id and options. What
all who come to an outcome have answered is known before anybody answers; the rest, in the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from guideway.catalog import Catalog, Entry
from guideway.decisions.answered_texts import outcome_for
from guideway.decisions.counts import backwards
from guideway.decisions.hand_sources import (
    ENTERED,
    Sources,
    answered_before,
    by_itself,
    sources_of,
)
from guideway.decisions.state_graph import explore
from guideway.decisions.states import StateGraph
from guideway.model.decisions import Decision, Hands
from guideway.model.guides import Guide
from guideway.model.outcomes import Handover
from guideway.model.values import is_value

NOT_ASKED = ""

Answers = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Outcomes → questions → the options that some way there has chosen."""


@dataclass(frozen=True)
class HandedAnswer:
    """What one question of a guide is told at an outcome."""

    question: str
    meanings: Mapping[str, Mapping[str, str]]
    """Questions of the decision → options somebody here has chosen → options of the guide."""
    itself: frozenset[str]
    """Those questions of which every answer somebody here gave means itself."""
    is_whole: bool
    """Whether everybody's answers tell something."""
    ticked: frozenset[str] = frozenset()
    """Those questions to which boxes were ticked: in one state all of that means the same."""
    typed: frozenset[str] = frozenset()
    """Those of which what was typed is handed over as it is: no band stands for it."""

    @property
    def certain(self) -> str | None:
        """The option that everybody's answers mean, if there is one."""
        if self.typed:
            return None
        means = {option for meanings in self.meanings.values() for option in meanings.values()}
        return means.pop() if self.is_whole and len(means) == 1 else None


@dataclass(frozen=True)
class Handed:
    """All that an outcome hands to its guide."""

    answers: Mapping[str, str]
    """Questions of the guide → options, for everybody."""
    told: tuple[HandedAnswer, ...]
    """What depends on what was answered."""
    silent: tuple[str, ...]
    """Questions of the guide of which nothing says whether something tells them."""
    contrary: tuple[str, ...]
    """Questions that the outcome answers otherwise than its reader did under the same name."""
    blanks: Mapping[str, str]
    """Blanks of the guide → questions of the decision that were asked on some way here."""


def guide_of(catalog: Catalog, handover: Handover | None) -> Guide | None:
    """Look up the guide an outcome leads to; nothing if there is none, or it was not read."""
    found = catalog.get(f"guide.{handover.id}") if handover else None
    return found.value if found and isinstance(found.value, Guide) else None


def answers_at(entry: Entry[Decision]) -> Answers:
    """Name for each outcome the options of each question that some way to it has chosen."""
    return entry.kept(_answers_at)


def states_of(entry: Entry[Decision], outcome: str, handover: Handover) -> tuple[int, ...]:
    """Number the states at an outcome whose readers are led to this guide of it."""
    decision = entry.value
    return tuple(
        state.number
        for state in explore(entry).at(outcome)
        if not decision.outcomes[outcome].guides
        or outcome_for(decision, outcome, state.said).guide is handover
    )


def handed(
    entry: Entry[Decision],
    outcome: str,
    handover: Handover,
    guide: Guide,
    states: Iterable[int] | None = None,
) -> Handed:
    """Say what an outcome hands to a guide it leads to, in some states or in all that do."""
    said = dict(handover.answers)
    told: list[HandedAnswer] = []
    silent: list[str] = []
    contrary: list[str] = []
    those = states_of(entry, outcome, handover) if states is None else states
    known = _answers_in(entry, those)
    for question in (name for name, asked in guide.questions.items() if not asked.is_made):
        sources = sources_of(entry.value, handover, guide, question)
        told_by = answered_before(entry.value, sources or {}, known)
        found = _as_typed(entry.value, _told(question, told_by, known))
        if question in said:
            answered = set(known.get(question, ())) - {NOT_ASKED}
            same = by_itself(entry.value, guide, question) is not None
            contrary += [question] if same and answered and said[question] not in answered else []
        elif sources is None:
            silent.append(question)
        elif found.certain is not None:
            said[question] = found.certain
        elif found.meanings:
            told += [left] if (left := _asked(entry.value, found)) else []
    hands = entry.value.hands.get(handover.id, Hands())
    blanks = {blank: asked for blank, asked in hands.blanks.items() if any(known.get(asked, ()))}
    return Handed(said, tuple(told), tuple(silent), tuple(contrary), blanks)


def _answers_at(entry: Entry[Decision]) -> Answers:
    graph = explore(entry)
    ends = {state.node for state in graph.states if state.node in entry.value.outcomes}
    found = {end: _answers_in(entry, (state.number for state in graph.at(end))) for end in ends}
    return {end: answers for end, answers in found.items() if answers}


def _answers_in(entry: Entry[Decision], states: Iterable[int]) -> Mapping[str, tuple[str, ...]]:
    """Name the options of each question that some way to one of these states has chosen."""
    bits, said = entry.kept(_said)
    together = 0
    for number in states:
        together |= said.get(number, 0)
    return dict(bits.read(together)) if together else {}


def _said(entry: Entry[Decision]) -> tuple[_Bits, Mapping[int, int]]:
    """Say of each state what was answered on the ways to it; of none where some have no end."""
    graph = explore(entry)
    bits = _Bits(graph)
    order = backwards(graph) if graph.is_whole else None
    if order is None:
        return bits, {}
    said = {0: bits.nothing}
    for number in reversed(order):
        for arrow in graph.arrows.get(number, ()):
            if arrow.target is not None:
                step = bits.answered(said[number], graph.states[number].node, arrow.option)
                for entrance in graph.decision.parts.keys() & set(arrow.through):
                    step = bits.answered(step, entrance, ENTERED)
                said[arrow.target] = said.get(arrow.target, 0) | step
    return bits, said


def _asked(decision: Decision, found: HandedAnswer) -> HandedAnswer | None:
    """Leave of what tells an answer what was asked: a page knows no entrances."""
    asked = {q: means for q, means in found.meanings.items() if q in decision.questions}
    ticked = frozenset(name for name in asked if decision.questions[name].sets)
    return replace(found, meanings=asked, ticked=ticked) if asked else None


def _as_typed(decision: Decision, found: HandedAnswer) -> HandedAnswer:
    """Say which of the questions are typed, and mean what was typed."""
    asked = {name: decision.questions.get(name) for name in found.meanings}
    typed = (
        name
        for name, question in asked.items()
        if question and question.range and any(map(is_value, found.meanings[name].values()))
    )
    return replace(found, typed=frozenset(typed))


def _told(question: str, sources: Sources, said: Mapping[str, tuple[str, ...]]) -> HandedAnswer:
    """Keep of what could tell a question what somebody who comes here has answered."""
    found: dict[str, Mapping[str, str]] = {}
    itself: set[str] = set()
    for name, meanings in sources.items():
        answers = said.get(name, (NOT_ASKED,))
        known = {answer: meanings[answer] for answer in answers if answer in meanings}
        found |= {name: known} if known else {}
        if all(meanings.get(answer) == answer for answer in answers if answer != NOT_ASKED):
            itself.add(name)
        if len(known) == len(answers):
            return HandedAnswer(question, found, frozenset(itself), is_whole=True)
    return HandedAnswer(question, found, frozenset(itself), is_whole=False)


class _Bits:
    """Sets of answers to all questions at once, as one number: so they are joined in one step."""

    def __init__(self, graph: StateGraph) -> None:
        self._options: dict[str, tuple[str, ...]] = {}
        self._first: dict[str, int] = {}
        self.nothing = 0
        """Nothing was asked."""
        length = 0
        answers = {name: (*asked.answers,) for name, asked in graph.decision.questions.items()}
        answers |= dict.fromkeys(graph.decision.parts, (ENTERED,))
        for name, options in answers.items():
            self._options[name], self._first[name] = (NOT_ASKED, *options), length
            self.nothing |= 1 << length
            length += 1 + len(options)

    def answered(self, said: int, question: str, option: str) -> int:
        """Put an answer in the place of whatever was said to a question."""
        first, options = self._first[question], self._options[question]
        rest = said & ~(((1 << len(options)) - 1) << first)
        return rest | 1 << first + options.index(option)

    def read(self, said: int) -> Iterator[tuple[str, tuple[str, ...]]]:
        """List the answers to each question."""
        for name, options in self._options.items():
            found = said >> self._first[name]
            yield name, tuple(o for n, o in enumerate(options) if found >> n & 1)

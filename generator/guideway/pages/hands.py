"""What an outcome hands to the guide it leads to: addresses, with what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guideway.catalog import Catalog, Entry
from guideway.catalog.local_names import inside
from guideway.decisions.answered_texts import outcome_for
from guideway.decisions.handing import HandedAnswer, guide_of, handed
from guideway.decisions.state_graph import explore
from guideway.model.conditions import NEVER, residual
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.outcomes import Handover
from guideway.pages.targets import Target, address_of, with_answers


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
    what `opening` does not say: `<question there>=<option>`. Behind them, what was typed fills in:
    `blank.<blank there>:<question here>`.
    """
    place: str = ""
    """What the step or letter is called that it leads to, as inline Markdown."""


def hands_of(catalog: Catalog, entry: Entry[Decision]) -> Iterator[tuple[int, Hand]]:
    """Say for every state at an outcome that leads to a guide with which answers it does."""
    decision = entry.value
    for state in explore(entry).states:
        if state.node in decision.outcomes:
            handover = outcome_for(decision, state.node, state.said).guide
            guide = guide_of(catalog, handover)
            if handover and guide:
                yield state.number, hand_of(entry, state.node, handover, guide, (state.number,))


def addresses_of(catalog: Catalog, entry: Entry[Decision]) -> Iterator[tuple[str, str]]:
    """Give the addresses of guides for programs: by outcome, of one for some also its number."""
    for name, outcome in entry.value.outcomes.items():
        for trail, handover in outcome.handovers():
            guide = guide_of(catalog, handover)
            if guide:
                key = ".".join((name, *map(str, trail[1:])))
                yield key, hand_of(entry, name, handover, guide).address


def hand_of(
    entry: Entry[Decision],
    outcome: str,
    handover: Handover,
    guide: Guide,
    states: Iterable[int] | None = None,
) -> Hand:
    """Give the address of a guide an outcome leads to, with answers, and what adds to them.

    `states` are those whose readers are meant; without them, all that are led to this guide.
    """
    found = handed(entry, outcome, handover, guide, states)
    page, left = _page_of(handover, guide, found.answers)
    answers = left.items()
    depends = [*_later(found.told), *(f"blank.{b}:{asked}" for b, asked in found.blanks.items())]
    if not handover.at:
        address = with_answers(page, answers)
        return Hand(address, address, " ".join(depends))
    opening = f"{page}#{handover.at.replace('.', '-', 1)}"
    said = [f"{question}={option}" for question, option in answers]
    later = " ".join([*said, *depends])
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
            if here in one.ticked:
                same = {*meanings.values()}
                yield from (f"{one.question}={means}" for means in same if len(same) == 1)
            elif here in one.itself or here in one.typed:
                yield one.question if one.question == here else f"{one.question}:{here}"
            else:
                yield f"{one.question}:{here}:{','.join(options)}"

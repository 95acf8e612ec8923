"""What the letters of a guide say of facts, and which of it cannot be true at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guideway.decisions.states import Way
from guideway.decisions.tailoring import domains_of, is_known, shown_by
from guideway.model.conditions import ALWAYS, Condition, alternatives, holds, joined
from guideway.model.guides import Guide
from guideway.model.letters import Letter, Passage
from guideway.source import Trail


@dataclass(frozen=True)
class Statement:
    """One thing that is said of a fact, where, and for which answers."""

    trail: Trail
    """The way to the passage, or to the `states` of a whole letter."""
    fact: str
    says: str
    when: Condition


def passages(guide: Guide) -> Iterator[tuple[Trail, Letter, Passage, Condition]]:
    """List the passages of all letters, each with the answers for which a reader sends it."""
    for number, letter in enumerate(guide.letters):
        for place, passage in enumerate(letter.body):
            when = joined([letter.when or ALWAYS, passage.when or ALWAYS])
            yield ("letters", number, "body", place), letter, passage, when


def declared(guide: Guide) -> Iterator[Statement]:
    """List what authors say that their letters state, letter by letter."""
    for number, letter in enumerate(guide.letters):
        trail: Trail = ("letters", number, "states")
        for fact, says in letter.states.items():
            yield Statement((*trail, fact), fact, says, letter.when or ALWAYS)
    for way, _, passage, when in passages(guide):
        for fact, says in passage.states.items():
            yield Statement((*way, "states", fact), fact, says, when)


def contradictions(
    guide: Guide, said: Iterable[Statement]
) -> Iterator[tuple[Statement, Statement, Way]]:
    """Pair a statement with an earlier one that says something else for the same answers."""
    domains = domains_of(guide)
    earlier: dict[str, list[Statement]] = {}
    for later in said:
        known = earlier.setdefault(later.fact, [])
        others = [one for one in known if one.says != later.says and is_known(one.when, domains)]
        known.append(later)
        if not others or not is_known(later.when, domains):
            continue
        together = joined([later.when, alternatives([one.when for one in others]) or ALWAYS])
        way = shown_by(together, domains)
        if way is not None:
            answers = dict(way)
            yield next(one for one in others if holds(one.when, answers)), later, way

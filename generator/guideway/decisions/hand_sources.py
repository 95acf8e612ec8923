"""What tells a question of a guide: answers to a decision, and to those that it goes on in.

What was known when a part began was not asked there, so its answers are those that told them: of a
question before, or of everybody who came in by one entrance. Who came in by which is remembered as
an answer to the entrance itself.
"""

from collections.abc import Iterator, Mapping

from guideway.decisions.renaming import OF_PART
from guideway.model.continuations import Entrance
from guideway.model.decisions import Decision, Hands
from guideway.model.guides import Guide
from guideway.model.outcomes import Handover
from guideway.model.questions import Question
from guideway.model.values import decimals_of, limits

ENTERED = "entered"
"""The answer of who came in by an entrance."""

Sources = dict[str, dict[str, str]]
"""Questions of a decision → their options → options of one question of a guide."""
Said = Mapping[str, tuple[str, ...]]
"""Questions, and entrances, → the answers that some way has given."""


def sources_of(
    decision: Decision, handover: Handover, guide: Guide, question: str
) -> Sources | None:
    """Say what tells a question of the guide; nothing at all if its author did not."""
    hands = decision.hands.get(handover.id, Hands())
    if question in (*handover.asks, *hands.asks):
        return {}
    if question in hands.answers:
        return hands.answers[question]
    return by_itself(decision, guide, question)


def by_itself(decision: Decision, guide: Guide, question: str) -> Sources | None:
    """Hand a question over that is asked with the same id and options, of a part first."""
    there = guide.questions[question]
    names = (key for key in decision.questions if key.rpartition(OF_PART)[2] == question)
    found = {
        name: {option: option for option in here.options}
        for name in sorted(names, key=lambda key: OF_PART not in key)
        if _is_alike(here := decision.questions[name], there)
    }
    return found or None


def answered_before(decision: Decision, sources: Sources, said: Said) -> Sources:
    """Put behind every question of a part what told its answer, if nobody was asked it there.

    Where a page cannot know that, it says nothing of what would come after it either.
    """
    found: Sources = {}
    for name, meanings in sources.items():
        found[name] = {**meanings, **found.get(name, {})}
        entrances = [key for key in _giving(decision, name) if ENTERED in said.get(key, ())]
        if entrances and (len(entrances) > 1 or said[entrances[0]] != (ENTERED,)):
            return found
        for key in entrances:
            tellings = list(_tellings(decision, key, name))
            for number, (source, means) in enumerate(tellings, 1):
                told = {o: meanings[m] for o, m in means.items() if m in meanings}
                for before, each in answered_before(decision, {source: told}, said).items():
                    found[before] = {**each, **found.get(before, {})}
                is_whole = len(told) == len(means) or number == len(tellings)
                if not (source and is_whole):
                    return found
    return found


def _giving(decision: Decision, name: str) -> Iterator[str]:
    """Name the entrances at which the answer to a question of a part is known."""
    for key, part in decision.parts.items():
        if isinstance(part, Entrance) and name in part.given:
            yield key


def _tellings(decision: Decision, key: str, name: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """List questions and what their answers mean; no question for a condition: none is judged."""
    part = decision.parts[key]
    for telling in part.given[name] if isinstance(part, Entrance) else ():
        if telling.question:
            yield telling.question, telling.means
        else:
            yield ("", {}) if telling.when else (key, {ENTERED: telling.option})


def _is_alike(here: Question, there: Question) -> bool:
    """Whether an answer means the same to both; what is typed may be cut otherwise there."""
    if here.range and there.range:
        return _is_typed_alike(here, there)
    return here.sets is None and set(here.options) == set(there.options)


def _is_typed_alike(here: Question, there: Question) -> bool:
    """Whether all that can be answered here can be typed, or chosen, there."""
    said = [(each.kind, each.unit, decimals_of(each), each.lies) for each in (here, there)]
    (least, most), (low, high) = limits(here), limits(there)
    chosen = [{o for o, each in q.options.items() if not each.is_made} for q in (here, there)]
    return said[0] == said[1] and low <= least and most <= high and chosen[0] <= chosen[1]

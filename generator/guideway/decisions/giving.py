"""What a part is told by what was answered before: by its author, and by the same questions."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import replace

from guideway.decisions.answered_texts import looked_at
from guideway.decisions.carrying import carried, is_told_by
from guideway.decisions.renaming import called
from guideway.decisions.rewriting import changed
from guideway.decisions.routes import routes_of, start_of
from guideway.decisions.tailoring import conditions_within
from guideway.model.conditions import Condition, Is, leaves
from guideway.model.continuations import Continuation, Entrance, Known, Telling
from guideway.model.decisions import Decision
from guideway.model.questions import Question
from guideway.model.values import Band, option_called, said_of


class Giving:
    """What one part is told by what was answered before."""

    def __init__(
        self, whole: Decision, plain: Mapping[str, Decision], owner: str, part: Continuation
    ) -> None:
        self._whole = whole
        self._plain = plain
        self._owner = owner
        self._part = part

    def entrance(self) -> Entrance:
        """Make the entrance: where it begins, what is known then, and what is looked at."""
        part, there = self._part, self._plain[self._part.decision]
        start = start_of(there)
        given = {
            called(part.decision, name): tellings
            for name in there.questions
            if (tellings := tuple(self._tellings(name)))
        }
        return Entrance(
            decision=part.decision,
            answers=part.answers,
            asks=part.asks,
            looks=tuple(dict.fromkeys(self._looks(given))),
            go=called(part.decision, start) if start else "",
            given=given,
        )

    def _tellings(self, name: str) -> Iterator[Telling]:
        """What tells a question of the part: its author, the same question, also further back."""
        part, there = self._part, self._plain[self._part.decision]
        known = part.answers.get(name)
        if known is not None:
            yield from self._known(known, there.questions[name])
        pairs = carried(self._plain[self._owner], part, there)
        sources = [(self._owner, own) for own, to in pairs if to == name]
        if known is None and name not in part.asks:
            others = (each for each in self._before() if is_told_by(self._plain[each], name, there))
            sources += [(each, name) for each in others]
        for owner, own in sources:
            question = self._plain[owner].questions[own]
            means = dict(_same(question, there.questions[name]))
            yield Telling(question=called(owner, own), means=means, is_same=True)

    def _before(self) -> Iterator[str]:
        """Name the decisions that lead to the one whose part this is, the nearest first."""
        met, waiting = {self._owner}, [self._owner]
        while waiting:
            name = waiting.pop(0)
            for each, decision in self._plain.items():
                leads = any(part.decision == name for part in decision.parts.values())
                if leads and each not in met:
                    met.add(each)
                    waiting.append(each)
                    yield each

    def _known(self, known: Known, there: Question) -> Iterator[Telling]:
        """What its author says; what is not there is told elsewhere."""
        option = option_called(there, known.option or "")
        if option in there.answers:
            yield Telling(option=option)
        asked = self._plain[self._owner].questions
        for source, meanings in known.options.items():
            if source in asked:
                means = {
                    option: means
                    for key, means in meanings.items()
                    for option in asked[source].groups.get(key, (key,))
                    if means in there.answers
                }
                yield Telling(question=called(self._owner, source), means=means)
        for each in known.meant:
            if each.means in there.answers:
                yield Telling(when=self._renamed(each.when), option=each.means)

    def _renamed(self, when: Condition) -> Condition:
        owner = self._owner
        return changed(when, lambda leaf: replace(leaf, question=called(owner, leaf.question)))

    def _looks(self, given: Mapping[str, tuple[Telling, ...]]) -> Iterator[Condition]:
        said = _said_of(self._whole)
        for name, tellings in given.items():
            alike = _alike(self._whole, name, said.get(name, ()))
            for telling in tellings:
                if telling.when is not None:
                    yield telling.when
                groups: dict[object, list[str]] = {}
                for option, means in telling.means.items():
                    groups.setdefault(alike.get(means), []).append(option)
                yield from (Is(telling.question, frozenset(each)) for each in groups.values())


def _same(own: Question, there: Question) -> Iterator[tuple[str, str]]:
    """Pair the answers of two questions that are answered alike."""
    for key, option in own.answers.items():
        said = said_of(own, option.least) if isinstance(option, Band) else key
        means = option_called(there, said)
        if means in there.answers:
            yield key, means


def _said_of(decision: Decision) -> Mapping[str, set[frozenset[str]]]:
    """List the sets of answers that anything looks at, by question."""
    nodes = (*decision.questions, *decision.outcomes, *decision.parts)
    conditions = [when for _, when in conditions_within(decision)]
    conditions += [when for node in nodes for when in looked_at(decision, node)]
    found: dict[str, set[frozenset[str]]] = {}
    for leaf in (leaf for when in conditions for leaf in leaves(when)):
        found.setdefault(leaf.question, set()).add(leaf.options)
    return found


def _alike(decision: Decision, name: str, said: Iterable[frozenset[str]]) -> Mapping[str, Hashable]:
    """Say of each answer what it is told apart by: where it leads, and what looks at it."""
    return {
        key: (
            routes_of(decision, name, key),
            frozenset(options for options in said if key in options),
        )
        for key in decision.questions[name].answers
    }

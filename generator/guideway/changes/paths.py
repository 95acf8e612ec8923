"""Where answers lead in a decision before and after: every reader, on every way, on both sides."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from guideway.decisions.states import StateGraph, Step, Way
from guideway.model.conditions import Answers
from guideway.model.decisions import Decision

MOST = 100_000
"""So many pairs of states are compared; our largest decision has some hundred."""

REFUSED = "a refusal"
"""Where an answer ends that cannot be given beside those before; no outcome is called so."""

_Answers = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class OtherEnd:
    """Answers that lead to another end now, or that are refused on one side only."""

    way: Way
    """The shortest: questions and options."""
    before: str
    """The outcome they led to."""
    after: str
    """The one they lead to; of what is refused on one side only, the other is empty."""
    at: str = ""
    """The question that refuses the last of them on one side only."""


@dataclass(frozen=True)
class _Reader:
    """Somebody who answers the same before and after."""

    old: int
    new: int
    for_old: _Answers = frozenset()
    """What they answered after, and are not asked yet before."""
    for_new: _Answers = frozenset()


def other_ends(old: StateGraph, new: StateGraph) -> tuple[tuple[OtherEnd, ...], bool]:
    """Find every pair of ends that answers lead to, and say whether all was compared."""
    pair = _Pair(old, new)
    found = {(end.before, end.after, end.at): end for end in reversed([*pair.ends()])}
    return tuple(sorted(found.values(), key=lambda end: (len(end.way), end.way))), pair.is_whole


class _Pair:
    """Both states of a decision, walked at once."""

    def __init__(self, old: StateGraph, new: StateGraph) -> None:
        self._old, self._new = old, new
        self._questions = _renamed(old.decision, new.decision)
        self._seen: set[_Reader] = set()
        self.is_whole = True

    def ends(self) -> Iterator[OtherEnd]:
        """Walk from the start; of two ways to the same, the shorter comes first."""
        start = _Reader(0, 0)
        waiting = deque([(start, Way())])
        while waiting:
            reader, way = waiting.popleft()
            before, after = self._nodes(reader)
            if self._is_end(before, after):
                now = self._new.decision.outcome_called(before)
                if now != after:
                    yield OtherEnd(way, before, after)
                continue
            said = self._said(way)
            yield from self._refused(reader, way, said)
            for following, answer in self._next(reader, said):
                if following not in self._seen:
                    self._seen.add(following)
                    waiting.append((following, (*way, *answer)))
            if len(self._seen) > MOST:
                self.is_whole = False
                return

    def _nodes(self, reader: _Reader) -> tuple[str, str]:
        return self._old.states[reader.old].node, self._new.states[reader.new].node

    def _is_end(self, before: str, after: str) -> bool:
        is_asked = before in self._old.decision.questions or after in self._new.decision.questions
        return not is_asked

    def _next(self, reader: _Reader, said: Answers) -> Iterator[tuple[_Reader, Way]]:
        """What a reader can answer now; what they have answered on the other side, they repeat."""
        before, after = self._nodes(reader)
        asked_before = self._questions.get(before, before)
        known = dict(reader.for_old).get(asked_before)
        is_old = before in self._old.decision.questions
        is_new = after in self._new.decision.questions
        if is_old and known is not None:
            yield from self._go_on(reader, known, (), said, sides="old")
        elif is_new and (known := dict(reader.for_new).get(after)) is not None:
            yield from self._go_on(reader, known, (), said, sides="new")
        elif is_old and is_new and asked_before == after:
            for option in self._options(reader):
                yield from self._go_on(reader, option, ((after, option),), said, sides="both")
        else:
            sides = "old" if is_old else "new"
            question = asked_before if is_old else after
            for option in self._options(reader, sides):
                yield from self._go_on(reader, option, ((question, option),), said, sides=sides)

    def _said(self, way: Way) -> Answers:
        """What was answered, by the names that questions have on either side."""
        said = dict(way)
        earlier = ((was, said.get(now)) for was, now in self._questions.items())
        return {**said, **{was: answer for was, answer in earlier if answer is not None}}

    def _refused(self, reader: _Reader, way: Way, said: Answers) -> Iterator[OtherEnd]:
        """What a reader can answer on one side only, as it is refused on the other."""
        before, after = self._nodes(reader)
        if self._questions.get(before, before) != after:
            return
        refused = (self._old.refused.get(reader.old, {}), self._new.refused.get(reader.new, {}))
        for option in dict.fromkeys((*refused[0], *refused[1])):
            old = _step(self._old, reader.old, option, said)
            new = _step(self._new, reader.new, option, said)
            longer = (*way, (after, option))
            if old.arrow and new.refused is not None:
                yield OtherEnd(longer, "", REFUSED, after)
            elif new.arrow and old.refused is not None:
                yield OtherEnd(longer, REFUSED, "", after)

    def _options(self, reader: _Reader, sides: str = "both") -> dict[str, None]:
        """What can be answered; of what is typed, a value of each band on either side."""
        old = self._old.arrows.get(reader.old, ()) if sides != "new" else ()
        new = self._new.arrows.get(reader.new, ()) if sides != "old" else ()
        return dict.fromkeys(arrow.option for arrow in (*old, *new))

    def _go_on(
        self, reader: _Reader, option: str, way: Way, said: Answers, *, sides: str
    ) -> Iterator[tuple[_Reader, Way]]:
        """Answer on one side, and remember it for the other; or on both."""
        before, after = self._nodes(reader)
        question = self._questions.get(before, before)
        if sides in {"old", "both"}:
            target = _step(self._old, reader.old, option, said).target
            if target is None:
                return
            left = frozenset(each for each in reader.for_old if each[0] != question)
            more = {(question, option)} if way and sides == "old" else set()
            reader = replace(
                reader, old=target, for_old=left, for_new=reader.for_new | self._asked(more)
            )
        if sides in {"new", "both"}:
            target = _step(self._new, reader.new, option, said).target
            if target is None:
                return
            left = frozenset(each for each in reader.for_new if each[0] != after)
            more = {(after, option)} if way and sides == "new" else set()
            reader = replace(reader, new=target, for_new=left, for_old=reader.for_old | more)
        yield reader, way

    def _asked(self, answers: set[tuple[str, str]]) -> set[tuple[str, str]]:
        """Those that may still be asked for: a question that is gone asks nothing."""
        return {each for each in answers if each[0] in self._new.decision.questions}


def _renamed(old: Decision, new: Decision) -> Mapping[str, str]:
    """Questions that have another id now → that id."""
    return {
        alias: name
        for name, question in new.questions.items()
        for alias in question.aliases
        if alias in old.questions and alias not in new.questions
    }


def _step(graph: StateGraph, number: int, option: str, said: Answers) -> Step:
    """Answer with an option, also under an earlier id."""
    state = graph.states[number]
    options = graph.decision.questions[state.node].options
    now = next((name for name, each in options.items() if option in each.aliases), option)
    return graph.step(state, graph.called(state, option if option in options else now, said))

"""States of a decision, the arrows between them, and how answers go along those."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from guideway.decisions.worked import Worked, as_typed, comes_out
from guideway.model.conditions import Answers
from guideway.model.decisions import Decision
from guideway.model.values import beside, option_called, standing_for

Way = tuple[tuple[str, str], ...]
"""Questions and the options chosen, in the order asked."""


@dataclass(frozen=True)
class State:
    """A node, and the shortest answers that lead to it with this future."""

    number: int
    node: str
    way: Way
    given: Way = ()
    """What is known of parts that were entered, and is not asked, and what was worked out."""
    values: Way = ()
    """Values of what was typed for which that was worked out."""

    @property
    def said(self) -> dict[str, str]:
        """All that is known of who is here."""
        return dict((*self.way, *self.given))

    @property
    def shown(self) -> Way:
        """The way as somebody can go it: with values for which that comes out."""
        values = dict(self.values)
        return tuple((name, values.get(name, option)) for name, option in self.way)


@dataclass(frozen=True)
class Arrow:
    """Where an option leads from a state."""

    option: str
    route: int | None
    """Which of the option's routes applies; nothing if none does."""
    target: int | None
    """The number of the state it leads to; nothing if it leads nowhere."""
    through: tuple[str, ...] = ()
    """The parts it enters, and the questions there that are passed by because they are answered."""
    passed: tuple[tuple[str, int | None], ...] = ()
    """What cannot be worked out, or is known, each with the route that is taken there."""
    values: Way = ()
    """Of what is worked out: values of what was typed for which it comes out."""


@dataclass(frozen=True)
class StateGraph:
    """All states that some answers lead to; the first is the start."""

    decision: Decision
    states: tuple[State, ...]
    arrows: Mapping[int, tuple[Arrow, ...]]
    """Of every state at a question, one arrow for each option that can be answered, in order."""
    is_whole: bool = True
    """Whether all states were found: it starts somewhere, and before there were too many.

    Nothing is proved of a part, and nothing is counted in it.
    """
    refused: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    """Of a state at a question, the options that cannot be answered there, with what refuses."""
    unproven: Mapping[str, Way] = field(default_factory=dict)
    """Of what is worked out, what nobody can say whether it can come out, with answers for it."""

    def run(self, options: tuple[str, ...]) -> State | None:
        """Follow options from the start; nothing if one does not exist or leads nowhere."""
        return self.walk(options)[0]

    def last_arrow(self, options: tuple[str, ...]) -> Arrow | None:
        """Follow options from the start, and give the last arrow; nothing if one is missing."""
        return self.walk(options)[2]

    def walk(self, options: tuple[str, ...]) -> tuple[State | None, Answers, Arrow | None]:
        """Follow options from the start: where they lead, what was answered, the last arrow."""
        state, said = next(iter(self.states), None), dict[str, str]()
        arrow: Arrow | None = None
        for option in options:
            arrow = self.arrow(state, option, said) if state else None
            if state is None or arrow is None:
                return None, said, None
            said[state.node] = option
            state = None if arrow.target is None else self.states[arrow.target]
        return state, said, arrow

    def arrow(self, state: State, answer: str, said: Answers) -> Arrow | None:
        """Give the arrow of an answer: an option, or a value that lies in a band.

        `said` is what was answered before, each value as it was typed.
        """
        return merged(self.steps(state, answer, said))

    def refusing(self, state: State, answer: str, said: Answers) -> int | None:
        """Number the refusal of an answer; nothing if it can be given."""
        last = self.steps(state, answer, said)[-1]
        return last.refused

    def steps(self, state: State, answer: str, said: Answers) -> list["Step"]:
        """Give the arrows of an answer: its own, and those of what is worked out then.

        The last is none where the answer cannot be given, or refused.
        """
        asked, known = self.decision.questions, {**said, state.node: answer}
        option: str | None = self.called(state, answer, said)
        found = [self.step(state, option)]
        while found[-1].arrow and found[-1].arrow.target is not None:
            state = self.states[found[-1].arrow.target]
            worked = asked.get(state.node)
            if not isinstance(worked, Worked):
                break
            option = comes_out(
                worked, asked, as_typed(self.decision, {**dict(state.given), **known})
            )
            found.append(self.step(state, option))
        return found

    def step(self, state: State, option: str | None) -> "Step":
        """Give the arrow of an option, or what refuses it; of a band, of what stands for it."""
        known = {arrow.option: arrow for arrow in self.arrows.get(state.number, ())}
        refused = self.refused.get(state.number, {})
        question = self.decision.questions.get(state.node)
        if question and option and option not in known:
            option = standing_for(question, option, {*known, *refused})
        arrow = known.get(option or "")
        return Step(state, arrow, refused.get(option or "") if arrow is None else None)

    def at(self, node: str) -> list[State]:
        """List the states at a node, those nearest to the start first."""
        return [state for state in self.states if state.node == node]

    def called(self, state: State, answer: str, said: Answers) -> str:
        """Name the option that an answer is where it is asked."""
        question = self.decision.questions.get(state.node)
        if question is None:
            return answer
        return option_called(question, answer, said.get(beside(question) or ""))


@dataclass(frozen=True)
class Step:
    """What becomes of an answer at a state: an arrow, or what refuses it."""

    state: State
    arrow: Arrow | None
    refused: int | None = None

    @property
    def target(self) -> int | None:
        """The number of the state it leads to; nothing if it leads nowhere."""
        return self.arrow.target if self.arrow else None


def merged(steps: list[Step]) -> Arrow | None:
    """Give all steps of one answer as one arrow; nothing if it cannot be given."""
    arrows = [step.arrow for step in steps if step.arrow]
    if len(arrows) < len(steps):
        return None
    through = tuple(node for arrow in arrows for node in arrow.through)
    passed = tuple(each for arrow in arrows for each in arrow.passed)
    return replace(arrows[0], target=arrows[-1].target, through=through, passed=passed)

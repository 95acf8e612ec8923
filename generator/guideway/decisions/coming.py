"""What can still come out of what was typed: which bands, with values for each."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from types import MappingProxyType

from guideway.computing.solving import Limit, Point, Undecided, solved
from guideway.decisions.states import State, Way
from guideway.decisions.worked import Worked, limits_of, within, worked_lines
from guideway.model.conditions import Answers
from guideway.model.decisions import Decision
from guideway.model.values import said_of

UNDECIDED: Point = MappingProxyType({})
"""What stands for a point where nobody can say whether there is one."""


@lru_cache(maxsize=8192)
def point_of(
    box: tuple[tuple[str, tuple[int, int]], ...], limits: tuple[Limit, ...]
) -> Point | None:
    """Find values that are within all limits, once for all decisions that have the same lines.

    A decision is proven again with each of its conditions changed, and its lines are the same.
    """
    try:
        return solved(dict(box), limits)
    except Undecided:
        return UNDECIDED


@dataclass
class Coming:
    """What can come out in a decision; what was found is kept."""

    decision: Decision
    unproven: dict[str, Way] = field(default_factory=dict)
    """What nobody can say whether it can come out, with answers for it."""
    _values: dict[tuple[int, str], Way] = field(default_factory=dict)

    @cached_property
    def lines(self) -> Mapping[str, Worked]:
        """What is worked out, by what conditions call it."""
        return worked_lines(self.decision)

    @cached_property
    def out_of(self) -> Mapping[str, tuple[str, ...]]:
        """Name what is worked out of each question."""
        asked = {name for each in self.lines.values() for name in each.formula.inputs}
        return {
            name: tuple(of for of, each in self.lines.items() if name in each.formula.inputs)
            for name in asked
        }

    def options(self, worked: Worked, state: State) -> list[str]:
        """List what can come out in a state."""
        return [option for option in worked.options if self._comes(worked, option, state)]

    def values(self, state: State, option: str) -> Way:
        """Give values for which something comes out; of what is typed those known before."""
        return self._values.get((state.number, option), state.values)

    def pending(self, nodes: set[str], answers: Answers) -> Hashable:
        """Say what the answers mean to what is worked out from here on.

        What was worked out of the same answers says more of them than their bands do.
        """
        return tuple((name, answers.get(name)) for name in sorted(self.ahead(nodes)))

    def ahead(self, nodes: set[str]) -> set[str]:
        """Name what is worked out at some nodes, and all that says something of it."""
        asked = self.decision.questions
        ahead = {each.of for node in nodes if isinstance(each := asked.get(node), Worked)}
        names = {name for of in ahead for name in self.lines[of].formula.inputs}
        while more := {of for name in names for of in self.out_of[name]} - ahead:
            ahead |= more
            names |= {name for of in more for name in self.lines[of].formula.inputs}
        return names | ahead

    def _comes(self, worked: Worked, option: str, state: State) -> bool:
        said = state.said
        box, known = limits_of(self.decision, worked, said)
        point = point_of(tuple(box.items()), (*known, within(worked, option, said)))
        if point is UNDECIDED:
            self.unproven.setdefault(worked.of, (*state.shown, (state.node, option)))
            return True
        if point is None:
            return False
        told = ((n, said_of(self.decision.questions[n], v)) for n, v in point.items())
        values = {**dict(state.values), **dict(told)}
        self._values[state.number, option] = tuple(values.items())
        return True

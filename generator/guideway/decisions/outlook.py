"""What answers still mean from a node on, so that readers with the same future are told as such.

Conditions that look at the same questions are one group, and of an answer counts only which of
their parts name it: fifty countries of which conditions know one are two classes. A group is
therefore filled in once for each combination that matters, not once for each answer that arrives.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field

from guideway.decisions.routes import Sight, questions_in, routes_of
from guideway.decisions.worked import answered_as
from guideway.model.conditions import Answers, Condition, Is, leaves, residual
from guideway.model.decisions import Decision

NOT_ANSWERED = ""


@dataclass(frozen=True)
class _Group:
    """Conditions ahead that look at the same settled questions."""

    questions: tuple[str, ...]
    """Those that are not asked from here on: their answers can be filled in."""
    conditions: tuple[Condition, ...]
    left: dict[tuple[str, ...], tuple[Condition, ...]] = field(default_factory=dict)
    """Answers of `questions`, each by the first of its class → what is left of the conditions."""

    def filled(self, answers: Iterable[str]) -> tuple[Condition, ...]:
        given = tuple(answers)
        if given not in self.left:
            settled = dict(zip(self.questions, given, strict=True))
            self.left[given] = tuple(residual(part, settled) for part in self.conditions)
        return self.left[given]


class Outlook:
    """The conditions that can still be met from a node on, and what answers mean for them."""

    def __init__(self, node: str, sight: Sight, decision: Decision) -> None:
        self._decision = decision
        self._ahead = {node, *sight.nodes}
        parts = {leaf for condition in sight.conditions for leaf in leaves(condition)}
        looked_at = {leaf.question for leaf in parts}
        worked = {answered_as(q, n) for n in self._ahead if (q := decision.questions.get(n))}
        again = looked_at & {*self._ahead, *worked}
        settled = looked_at - again
        self._again = tuple(sorted(again))
        self._classes = {name: _classes(name, parts) for name in sorted(settled)}
        self._named = {name: _classes(name, parts) for name in self._again}
        groups: dict[tuple[str, ...], list[Condition]] = {}
        for condition in sight.conditions:
            names = tuple(sorted(questions_in(condition) & settled))
            groups.setdefault(names, []).append(condition)
        self._groups = tuple(_Group(names, tuple(found)) for names, found in groups.items())
        self._known: dict[tuple[str, ...], int] = {}
        self._numbers: dict[tuple[tuple[Condition, ...], ...], int] = {}

    def future(self, answers: Answers, known: Answers) -> Hashable:
        """Say what the answers still mean from here on.

        A question that may be asked again keeps its answer as it is; one that will not is filled
        into the conditions, as not answered if it was passed by. One of a part that is `known` is
        not asked: of its answer counts where it leads, and what looks at it.
        """
        given = tuple(
            classes.get(answers.get(name, NOT_ANSWERED), NOT_ANSWERED)
            for name, classes in self._classes.items()
        )
        if given not in self._known:
            filled = dict(zip(self._classes, given, strict=True))
            left = tuple(group.filled(filled[q] for q in group.questions) for group in self._groups)
            self._known[given] = self._numbers.setdefault(left, len(self._numbers))
        pending = tuple(answers.get(name) for name in self._again if name not in known)
        passed = ((name, said) for name, said in known.items() if name in self._ahead)
        return self._known[given], pending, frozenset(self._passed(*each) for each in passed)

    def _passed(self, name: str, said: str) -> Hashable:
        """Say what an answer means to a question that is passed by."""
        routes = routes_of(self._decision, name, said)
        return name, routes, self._named.get(name, {}).get(said, NOT_ANSWERED)


def _classes(question: str, parts: Iterable[Is]) -> Mapping[str, str]:
    """Give for every option that is named the first one that is named by the same parts."""
    naming: dict[str, set[frozenset[str]]] = {}
    for part in parts:
        for option in part.options if part.question == question else ():
            naming.setdefault(option, set()).add(part.options)
    first: dict[frozenset[frozenset[str]], str] = {}
    return {
        option: first.setdefault(frozenset(naming[option]), option) for option in sorted(naming)
    }

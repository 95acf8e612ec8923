"""What golden paths pass, and what they catch when a decision is changed behind their back."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from guideway.decisions.answered_texts import passages_for
from guideway.decisions.coming_by import guarded_behind, never_out
from guideway.decisions.grouping import stand_ins
from guideway.decisions.mutants import mutants
from guideway.decisions.routes import all_routes, written_as
from guideway.decisions.state_graph import graph_of
from guideway.decisions.states import StateGraph, Step, merged
from guideway.decisions.ways import is_worked
from guideway.decisions.wholes import is_own
from guideway.decisions.worked import Worked, written_at
from guideway.model.box_sets import ticked_in
from guideway.model.decisions import Decision, Golden
from guideway.model.questions import Question
from guideway.model.values import bands, said_of
from guideway.problems import listed
from guideway.source import Trail


@dataclass(frozen=True)
class Share:
    """How many of how many, and which not."""

    done: int
    missed: tuple[str, ...]

    @property
    def total(self) -> int:
        """All of them."""
        return self.done + len(self.missed)


@dataclass(frozen=True)
class Caught:
    """A change, and who noticed it."""

    change: str
    by_verifier: bool
    by_paths: bool


def coverage(graph: StateGraph, paths: tuple[Golden, ...]) -> dict[str, Share]:
    """Say which nodes, options and routes with a condition the golden paths pass.

    Those of a part are passed by the paths of the decision that it is.
    """
    passed = _passed(graph, paths)
    decision = graph.decision
    never = never_out(graph)
    guarded = {
        f"{question}: {written} → {route.go}": (question, written, number) in passed.routes
        for question, option, number, route in all_routes(decision)
        for written in (written_as(decision.questions[question], option),)
        if not is_worked(graph, question)
        if route.when is not None and passed.for_itself(question, option)
    }
    guarded |= {
        f"{at[1]}: {number + 1} → {route.go}": (at, number) in passed.worked
        for at, number, route in guarded_behind(graph)
    }
    guarded |= dict(_refusals(decision, passed))
    asked = {
        f"{question}: {option}": (question, option) in passed.options
        for question, asked in decision.questions.items()
        for option in asked.options
        if (question, option) not in never
        if passed.for_itself(question, option)
    }
    nodes = (
        *(q for q in decision.questions if not is_worked(graph, q)),
        *decision.outcomes,
        *decision.parts,
    )
    named = {node: node in passed.nodes for node in nodes}
    edges = {f"{q}: {value}": (q, value) in passed.values for q, value in boundaries(decision)}
    told = {"nodes": named, "options": asked, "conditions": guarded}
    found = {**told, "boundaries": edges} if _own(edges) else told
    return {name: _share(_own(passed)) for name, passed in found.items()}


def _refusals(decision: Decision, passed: "_Passed") -> Iterator[tuple[str, bool]]:
    """Say of every refusal whether a path ends there."""
    for name, asked in decision.questions.items():
        for number, _ in enumerate(asked.refuses if not asked.is_made else ()):
            yield f"{name}: refusal {number + 1}", (name, number) in passed.refusals


def mutation_run(
    decision: Decision, paths: tuple[Golden, ...], verify: Callable[[Decision], int]
) -> Iterator[Caught]:
    """Change a decision in every small way, and see who notices.

    `verify` counts what the verifier finds in a decision. What changes nothing for anybody is none.
    """
    before, whole = verify(decision), graph_of(decision)
    for change, mutant in mutants(decision):
        graph = graph_of(mutant)
        caught = Caught(change, verify(mutant) > before, any(missed(graph, path) for path in paths))
        if caught.by_verifier or caught.by_paths or not leads_alike(whole, graph):
            yield caught


def leads_alike(one: StateGraph, other: StateGraph) -> bool:
    """Say whether all answers lead to the same in two decisions, and are told the same there."""
    same = [
        (
            [state.node for state in graph.states],
            {n: [(a.option, a.target) for a in arrows] for n, arrows in graph.arrows.items()},
            graph.decision.outcomes,
        )
        for graph in (one, other)
    ]
    return one.is_whole and same[0] == same[1]


def missed(graph: StateGraph, path: Golden) -> str:
    """Say what the answers of a golden path do instead; nothing if all is as it says."""
    if path.refused:
        return _not_refused(graph, path)
    state, decision = graph.run(path.answers), graph.decision
    last = graph.last_arrow(path.answers)
    if last and path.outcome in last.through and path.outcome in decision.parts:
        return ""
    if state is None:
        return "cannot be given in this order"
    if state.node != decision.outcome_called(path.outcome):
        return f"lead to “{state.node}”"
    passages = decision.outcomes[state.node].text if state.node in decision.outcomes else ()
    shown = passages_for(decision, state.node, state.said) if passages else ()
    told = {passages[number].id for number in shown} - {None}
    if path.told and told != {*path.told}:
        return f"are told {listed(sorted(filter(None, told))) if told else 'no passage with an id'}"
    return ""


def _not_refused(graph: StateGraph, path: Golden) -> str:
    """Say what answers do of which the last is said to be refused."""
    before, said, _ = graph.walk(path.answers[:-1])
    if before is None:
        return "cannot be given in this order"
    if before.node != path.refused:
        return f"lead to “{before.node}” before the last"
    return "can be given" if graph.refusing(before, path.answers[-1], said) is None else ""


def until_part(graph: StateGraph, path: Golden) -> Golden:
    """Cut a golden path where it comes to a part: so far it is about the decision itself."""
    for length in range(1, len(path.answers) + 1):
        arrow = graph.last_arrow(path.answers[:length])
        entered = [node for node in arrow.through if is_own(node)] if arrow else []
        if entered:
            return Golden(answers=path.answers[:length], outcome=entered[0])
    return path


@dataclass
class _Passed:
    """What golden paths pass."""

    nodes: set[str] = field(default_factory=set)
    options: set[tuple[str, str]] = field(default_factory=set)
    values: set[tuple[str, str]] = field(default_factory=set)
    """Questions and answers as they were given, values as they are."""
    routes: set[tuple[str, str, int | None]] = field(default_factory=set)
    worked: set[tuple[Trail, int | None]] = field(default_factory=set)
    """Routes that are taken by what is worked out: where they are written, and their number."""
    refusals: set[tuple[str, int]] = field(default_factory=set)
    stand_ins: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def for_itself(self, question: str, option: str) -> bool:
        """Say whether no other option stands for one."""
        return self.stand_ins[question].get(option, option) == option

    def work_out(self, questions: Mapping[str, Question], steps: list[Step]) -> None:
        """Pass what is worked out of an answer."""
        for step in steps:
            arrow = step.arrow
            for node, route in arrow.passed if arrow else ():
                self.worked.add((written_at(questions, node), route))
            if arrow and isinstance(questions[step.state.node], Worked):
                self.worked.add((written_at(questions, step.state.node), arrow.route))
            if step.arrow:
                self.options.add((step.state.node, step.arrow.option))


def _passed(graph: StateGraph, paths: tuple[Golden, ...]) -> _Passed:
    names = {name: stand_ins(graph.decision, name) for name in graph.decision.questions}
    found = _Passed(nodes={state.node for state in graph.states[:1]}, stand_ins=names)
    for path in paths if graph.is_whole else ():
        state, said = graph.states[0], dict[str, str]()
        for answer in path.answers:
            steps = graph.steps(state, answer, said)
            arrow = merged(steps)
            found.work_out(graph.decision.questions, steps)
            if arrow is None or arrow.target is None:
                number = steps[-1].refused
                if number is not None:
                    place = written_at(graph.decision.questions, steps[-1].state.node)
                    found.refusals.add((str(place[1]), number))
                    found.values.add((state.node, answer))
                    option = graph.called(state, answer, said)
                    found.options.add((state.node, names[state.node].get(option, option)))
                break
            said[state.node] = answer
            question = graph.decision.questions[state.node]
            called = graph.called(state, answer, said)
            chosen = ticked_in(answer) if question.sets else (called,)
            stands = names[state.node]
            found.options |= {(state.node, stands.get(option, option)) for option in chosen}
            found.values.add((state.node, answer))
            written = written_as(question, called)
            found.routes.add((state.node, stands.get(written, written), arrow.route))
            state = graph.states[arrow.target]
            found.nodes |= {state.node, *arrow.through}
    return found


def boundaries(decision: Decision) -> Iterator[tuple[str, str]]:
    """List the values on both sides of every cut: questions and values."""
    asked = ((n, q) for n, q in decision.questions.items() if not isinstance(q, Worked))
    for name, question in asked:
        ends = dict.fromkeys((band.least, band.most) for _, band in bands(question))
        for (_, last), (following, _) in pairwise(ends):
            yield name, said_of(question, last)
            yield name, said_of(question, following)


def _own(passed: dict[str, bool]) -> dict[str, bool]:
    """Leave out what is of a part: before the colon stands whose it is."""
    return {name: each for name, each in passed.items() if is_own(name.partition(":")[0])}


def _share(passed: dict[str, bool]) -> Share:
    missed = tuple(name for name, was_passed in passed.items() if not was_passed)
    return Share(len(passed) - len(missed), missed)

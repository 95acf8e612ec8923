"""What is wrong with what a decision goes on in, each with the shortest answers that show it."""

from collections.abc import Iterator
from dataclasses import dataclass

from guideway.decisions.answered_texts import looked_at
from guideway.decisions.carrying import why_not
from guideway.decisions.renaming import called
from guideway.decisions.routes import all_routes, questions_in
from guideway.decisions.states import StateGraph, Way
from guideway.decisions.ways import way_on
from guideway.decisions.wholes import is_own
from guideway.model.box_sets import ticked_in
from guideway.model.continuations import Continuation, Known
from guideway.model.decisions import Decision
from guideway.model.questions import Question
from guideway.model.values import is_value, limits, said_of, value_of
from guideway.problems import near
from guideway.source import Trail


@dataclass(frozen=True)
class PartFault:
    """What is wrong with a part, where in its decision, and what was meant."""

    trail: Trail
    message: str
    hint: str = ""
    way: Way = ()


def strange_answers(here: Decision, key: str, there: Decision) -> Iterator[PartFault]:
    """Answers that a part is told and that are none there, or are known from nothing here."""
    part = here.parts[key]
    for number, name in enumerate(part.asks):
        if name not in there.questions:
            yield _no_question(("parts", key, "asks", number), part, name, there)
    for name, known in part.answers.items():
        at: Trail = ("parts", key, "answers", name)
        if name not in there.questions:
            yield _no_question(at, part, name, there)
        else:
            yield from _of_options(at, here, known, there.questions[name])
            yield from _as_it_was(at, here, known, name, there)


def gaps(graph: StateGraph) -> Iterator[PartFault]:
    """Answers for which a part does not go on: what was known before leads nowhere there."""
    told: set[str] = set()
    for number, arrows in graph.arrows.items():
        state = graph.states[number]
        for arrow in arrows:
            way = way_on(graph, state, arrow.option)
            entered = _entered(graph, way)
            if arrow.target is None and entered and entered not in told:
                told.add(entered)
                at = arrow.through[-1] if arrow.through else state.node
                message = f"no route of “{at}” applies to these answers"
                hint = "tell the part less, or give its last route no `when`"
                yield PartFault(("parts", entered), message, hint, way)


def idle_answers(graph: StateGraph, key: str, part: Continuation) -> Iterator[PartFault]:
    """Answers that a part is told, and that nobody who comes there has any use for."""
    passed = {node for arrows in graph.arrows.values() for each in arrows for node in each.through}
    used = passed | _looked_at(graph)
    for name in part.answers if key in passed else ():
        if called(part.decision, name) not in used:
            message = f"nobody who comes here is asked “{name}” in “{part.decision}”"
            yield PartFault(("parts", key, "answers", name), message, "leave it out")


def _looked_at(graph: StateGraph) -> set[str]:
    reached = {state.node for state in graph.states}
    found = {when for node in reached for when in looked_at(graph.decision, node)}
    found |= {r.when for q, _, _, r in all_routes(graph.decision) if q in reached and r.when}
    return {question for when in found for question in questions_in(when)}


def _entered(graph: StateGraph, way: Way) -> str:
    """Name the part of the decision itself that answers came to last; nothing if they did not."""
    options = tuple(option for _, option in way)
    for length in range(len(options), 0, -1):
        arrow = graph.last_arrow(options[:length])
        parts = [node for node in arrow.through if is_own(node)] if arrow else []
        if parts:
            return parts[-1]
    return ""


def _no_question(at: Trail, part: Continuation, name: str, there: Decision) -> PartFault:
    message = f"“{part.decision}” has no question “{name}”"
    return PartFault(at, message, near(name, there.questions))


def _of_options(at: Trail, here: Decision, known: Known, asked: Question) -> Iterator[PartFault]:
    if known.option is not None:
        yield from _no_answer(at, known.option, asked)
    for source, meanings in known.options.items():
        yield from _meanings((*at, source), here, source, meanings, asked)
    for number, each in enumerate(known.meant):
        yield from _no_answer((*at, number, "means"), each.means, asked)


def _no_answer(at: Trail, said: str, asked: Question) -> Iterator[PartFault]:
    """Say why something is no answer to a question."""
    written = [key for key, each in asked.options.items() if not each.is_made]
    if asked.range and is_value(said):
        value, (least, most) = value_of(asked, said), limits(asked)
        if value is None or not least <= value <= most:
            low, high = (said_of(asked, end) for end in (least, most))
            yield PartFault(at, f"“{said}” cannot be typed there: from {low} to {high} can")
    elif asked.sets:
        lost = next((box for box in ticked_in(said) if box not in written), said)
        if asked.sets.called(said) is None:
            yield PartFault(at, f"“{lost}” cannot be ticked there", near(lost, written))
    elif said not in written:
        yield PartFault(at, f"the question there has no option “{said}”", near(said, written))


def _meanings(
    at: Trail, here: Decision, source: str, meanings: dict[str, str], asked: Question
) -> Iterator[PartFault]:
    question = here.questions.get(source)
    if question is None:
        hint = near(source, here.questions)
        yield PartFault(at, f"there is no question “{source}” here", hint)
        return
    if question.sets:
        hint = "write “[{when: {…: {any: […]}}, means: …}]”"
        yield PartFault(at, "several boxes can be ticked: say for which the option is meant", hint)
        return
    known = (*question.groups, *(k for k, each in question.options.items() if not each.is_made))
    for option, means in meanings.items():
        if option not in known:
            message = f"“{source}” has no option “{option}”"
            yield PartFault((*at, option), message, near(option, known))
        yield from _no_answer((*at, option), means, asked)


def _as_it_was(
    at: Trail, here: Decision, known: Known, name: str, there: Decision
) -> Iterator[PartFault]:
    if known.answer is None:
        return
    own = here.questions.get(known.answer)
    if own is None:
        message = f"there is no question “{known.answer}” here"
        yield PartFault(at, message, near(known.answer, here.questions))
    elif why := why_not(own, name, there):
        message = f"what was answered to “{known.answer}” is no answer to “{name}”: {why}"
        yield PartFault(at, message, "say what it means, or let the part ask")

"""A computed fact of a guide, worked out of answers: what its inputs take is what was typed."""

from collections.abc import Mapping

from guideway.computing.lines import Line
from guideway.model.comparisons import ANSWER
from guideway.model.computed import Computed, Input
from guideway.model.formulas import renamed
from guideway.model.questions import Question
from guideway.model.values import decimals_of, limits


def of_answers(
    computed: Computed, name: str, key: str, questions: Mapping[str, Question]
) -> Computed:
    """Give a computed fact with the questions that a line is worked out of as its inputs.

    A ValueError says why the line cannot be worked out of answers alone.
    """
    taken = {
        each: _question(computed.inputs[each], each, name, questions)
        for each in Line(computed, {}, key).inputs
    }
    _told_apart(computed, taken)

    def called(each: str) -> str:
        return taken.get(each, each)

    lines = {
        id_: line.model_copy(update={"value": renamed(line.value, called)})
        for id_, line in computed.lines.items()
    }
    inputs = {called(each): asked for each, asked in computed.inputs.items()}
    return computed.model_copy(update={"inputs": inputs, "lines": lines})


def _question(asked: Input, id_: str, name: str, questions: Mapping[str, Question]) -> str:
    """Name the question whose answer an input takes; each value typed there can be typed here."""
    taken = (asked.takes or "").removeprefix(ANSWER)
    if not asked.takes or taken not in questions:
        raise ValueError(
            f"“{name}” is worked out of “{id_}”, which takes no answer: `takes: answer.<question>`"
        )
    question, there = questions[taken], asked.question
    least, most = limits(question)
    low, high = limits(there)
    said = [(each.kind, each.unit, decimals_of(each), each.lies) for each in (question, there)]
    if said[0] != said[1] or least < low or most > high:
        raise ValueError(
            f"“{id_}” takes “{taken}”, and is typed otherwise: kind, unit, decimals and range"
        )
    return taken


def _told_apart(computed: Computed, taken: Mapping[str, str]) -> None:
    """Let no question be called as something else that the formulas name."""
    others = {*computed.facts, *computed.lines, *(computed.inputs.keys() - taken.keys())}
    for id_, question in taken.items():
        if question in others:
            raise ValueError(f"“{question}” is a question, and something else beside “{id_}”")

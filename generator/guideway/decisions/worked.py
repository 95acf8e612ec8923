"""What is worked out, as a question that nobody asks: what was typed answers it.

It stands behind each question of which the answer may be the last that it is worked out of, and
leads on by the routes of that question. Which of its bands can come out hangs on the bands that
were typed before: they are the arrows it has, each with values that somebody can type.
"""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from guideway.computing.lines import Box, Line
from guideway.computing.solving import Limit, Ordered, Within
from guideway.model.conditions import Answers
from guideway.model.continuations import Entrance
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.questions import Question, Route
from guideway.model.values import Band, bands, value_of
from guideway.source import Trail


class Shared(tuple[Route, ...]):
    """Routes that are written at a question, as those of one of its options."""

    __slots__ = ()


class Worked(Question):
    """A line of what is worked out, where the answer to a question settles it."""

    is_made: ClassVar[bool] = True
    of: str
    """What conditions call it."""
    at: tuple[str | int, ...]
    """The way to whose routes it leads on by: a question, or an option of one."""
    line: Any
    """How it is worked out, a `Line`: its inputs are questions."""

    @property
    def formula(self) -> Line:
        """How it is worked out; its inputs are questions."""
        found: Line = self.line
        return found


def answered_as(question: Question, node: str) -> str:
    """Say what conditions call the answer to a question; what is worked out has its own name."""
    return question.of if isinstance(question, Worked) else node


def written_at(questions: Mapping[str, Question], node: str) -> Trail:
    """Say where the routes of a question are written."""
    question = questions.get(node)
    return question.at if isinstance(question, Worked) else ("questions", node)


def worked_lines(decision: Decision | Guide) -> dict[str, Worked]:
    """Give what is worked out to be compared, by what conditions call it."""
    return {each.of: each for each in decision.questions.values() if isinstance(each, Worked)}


def is_settled(worked: Worked, questions: Mapping[str, Question], said: Answers) -> bool:
    """Say whether all that it is worked out of is known as a value, or chosen."""
    return all(_is_known(questions[name], said.get(name)) for name in worked.formula.inputs)


def limits_of(
    decision: Decision | Guide, worked: Worked, said: Answers
) -> tuple[Box, tuple[Limit, ...]]:
    """Give what can have been typed: the values of each band, and what is known of them besides."""
    questions = decision.questions
    names, known = {*worked.formula.inputs}, _known(decision, said)
    while more := {n for each in known if names & {*each.names} for n in each.names} - names:
        names |= more
    box = {n: (b.least, b.most) for n in sorted(names) if (b := _band(questions[n], said.get(n)))}
    for one, other in _told(decision, said):
        if one in box and other in box:
            both = max(box[one][0], box[other][0]), min(box[one][1], box[other][1])
            box |= {one: both, other: both}
    return box, tuple(each for each in known if names & {*each.names})


def within(worked: Worked, option: str, said: Answers) -> Within:
    """Say that it lies in a band."""
    band = worked.options[option]
    least, most = (band.least, band.most) if isinstance(band, Band) else (0, 0)
    return Within(_chosen(worked, said), least, most)


def comes_out(worked: Worked, questions: Mapping[str, Question], said: Answers) -> str | None:
    """Name the band that comes out of answers: values, or the bands whose values they name."""
    box = {}
    for name in worked.formula.inputs:
        value = value_of(questions[name], said.get(name, ""))
        if questions[name].range and value is None:
            return None
        if value is not None:
            box[name] = (value, value)
    low, _ = _chosen(worked, said).ends(box) or (0, 0)
    fitting = (name for name, band in bands(worked) if band.least <= low <= band.most)
    return next(fitting, None)


def as_typed(decision: Decision, said: Answers) -> Answers:
    """Say of what is known in parts what was typed: before the part was entered."""
    found = dict(said)
    for part in decision.parts.values():
        for name, tellings in part.given.items() if isinstance(part, Entrance) else ():
            told = [each.question for each in tellings if each.is_same and each.question in said]
            if told:
                found[name] = said[told[0]]
    return found


def _known(decision: Decision | Guide, said: Answers) -> list[Limit]:
    """List what is known besides bands: what was worked out, and how one answer is to another."""
    found: list[Limit] = [
        within(each, said[name], said)
        for name, each in worked_lines(decision).items()
        if said.get(name) in each.options
    ]
    told = (Ordered(one, other, 0, 0) for one, other in _told(decision, said))
    return [*found, *_orders(decision.questions, said), *told]


def _told(decision: Decision | Guide, said: Answers) -> Iterator[tuple[str, str]]:
    """Pair what is known in a part with what was typed before it was entered."""
    for part in decision.parts.values() if isinstance(decision, Decision) else ():
        for name, tellings in part.given.items() if isinstance(part, Entrance) else ():
            is_typed = name in said and decision.questions[name].range
            same = (each.question for each in tellings if each.is_same and each.question in said)
            yield from ((name, source) for source in same if is_typed)


def _orders(questions: Mapping[str, Question], said: Answers) -> Iterator[Ordered]:
    for name, question in questions.items():
        band = _band(question, said.get(name))
        if band is None or not band.order:
            continue
        other = _band(questions[band.beside], said.get(band.beside))
        if other and other.least == band.least:
            far = other.most - other.least + 1
            least, most = {"under": (-far, -1), "equals": (0, 0), "over": (1, far)}[band.order]
            yield Ordered(name, band.beside, least, most)


def _chosen(worked: Worked, said: Answers) -> Line:
    chosen = {name: said[name] for name in worked.formula.inputs if name in said}
    return worked.formula.settled(chosen)


def _is_known(question: Question, said: str | None) -> bool:
    option = question.options.get(said or "")
    return option is not None and isinstance(option, Band) == (question.range is not None)


def _band(question: Question, said: str | None) -> Band | None:
    option = question.options.get(said or "")
    return option if isinstance(option, Band) else None

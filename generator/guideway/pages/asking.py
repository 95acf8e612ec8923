"""What a guide asks, as its page has it; which scripts ask what is typed and ticked."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from guideway.decisions.worked import Worked
from guideway.model.condition_data import as_data
from guideway.model.questions import Option, Question
from guideway.model.values import bands
from guideway.model.words import Words
from guideway.pages.bands import begins, in_words, typed
from guideway.pages.computing import lines_said, script_data
from guideway.pages.sounds import is_long, spelt, variants
from guideway.pages.worked import asked_in_words, is_difference


@dataclass(frozen=True)
class Answer:
    """One of the answers to a question."""

    name: str
    option: Option
    data: Mapping[str, str]
    """What the script has to know, by the names of `data-` attributes."""


@dataclass(frozen=True)
class Asked:
    """A question as a page prints it."""

    name: str
    question: Question
    typed: Mapping[str, str]
    """Of what is typed or ticked, what the script has to know."""
    answers: tuple[Answer, ...]
    """Options, boxes, or values between which nothing is different."""
    fits: tuple[object, ...] = ()
    """Of boxes: what every set of them fits, as `pages/boxes.py` says it, for no line tells them
    apart."""


def asked_of(questions: Mapping[str, Question], words: Words) -> tuple[Asked, ...]:
    """List what a guide asks, in the words of its page; last what it works out and compares."""
    return tuple(_asked(name, questions, words) for name in questions)


def figured_by(questions: Mapping[str, Question]) -> Mapping[str, object]:
    """Say what the script has to know to work out what conditions compare; nothing if none do."""
    lines = (each.formula for each in questions.values() if isinstance(each, Worked))
    computed = {line.id: script_data(line.computed, line.facts) for line in lines}
    return {"computed": computed, "sources": {}} if computed else {}


def typing_scripts(questions: Mapping[str, Question]) -> tuple[str, ...]:
    """Name the scripts for what is typed and ticked, if anything is, and for moving periods."""
    asked = questions.values()
    moves = any(band.since for question in asked for _, band in bands(question))
    counting = ("workdays", "counting") if moves else ()
    values = (*counting, "values") if any(question.range for question in asked) else ()
    ticked = (*values, "choices") if any(q.kind == "choices" for q in asked) else values
    return (*ticked, "finder") if any(map(is_long, asked)) else ticked


def _asked(name: str, questions: Mapping[str, Question], words: Words) -> Asked:
    asked = questions[name]
    if isinstance(asked, Worked):
        asked = asked_in_words(asked, words, questions, _working(asked, words))
    else:
        asked = in_words(asked, words, questions)
    return _with_answers(name, asked)


def _working(worked: Worked, words: Words) -> str:
    """Say how a line is worked out, with those it is worked out from; a difference says it."""
    if is_difference(worked):
        return ""
    line, form = worked.formula, words["own"]["computed"]["result"]
    said = lines_said(line.computed, line.facts, words)
    labels = {name: line.computed.lines[name].label for name in line.lines}
    return "\n\n".join(form.format(label=labels[name], figure=said[name]) for name in line.lines)


def _with_answers(name: str, question: Question) -> Asked:
    answers = tuple(
        Answer(id_, option, {**_alone(option), **begins(question, id_), **spelt(question, id_)})
        for id_, option in question.options.items()
    )
    if question.kind != "choices":
        return Asked(name, question, _told(question), answers)
    alone = (id_ for id_, option in question.options.items() if option.exclusive)
    return Asked(name, question, _told(question), answers, ([], *alone))


def _told(question: Question) -> Mapping[str, str]:
    """Say what its script has to know: what can be typed, and what is refused, and why."""
    refuses = [[as_data(each.when), each.say] for each in question.refuses]
    said = {"refuses": json.dumps(refuses, ensure_ascii=False)} if refuses else {}
    of = {"of": " ".join(question.formula.inputs)} if isinstance(question, Worked) else {}
    return {**typed(question), **of, **variants(question), **said}


def _alone(option: Option) -> Mapping[str, str]:
    return {"exclusive": ""} if option.exclusive else {}

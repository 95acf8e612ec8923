"""The texts of a decision as a reader with some answers has them.

A text looks at answers in two ways: `when` says who it is for, and `{answer.kind}` puts words of
the reader into it. Both are conditions to the state graph, so a state is what readers are told as
well, and a page prints each text once for all who are told it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guideway.model.conditions import ALWAYS, Answers, Condition, Is, holds, joined
from guideway.model.continuations import Entrance
from guideway.model.decisions import Decision
from guideway.model.mentions import COMPUTED, filled, mentioned
from guideway.model.outcomes import Outcome
from guideway.model.questions import Option, Question
from guideway.model.values import bands
from guideway.source import Trail


@dataclass(frozen=True)
class Mention:
    """An answer that a text names."""

    trail: Trail
    """The way to the text."""
    question: str
    """The question that was answered, if it exists."""
    when: Condition
    """Who is told the text."""
    is_typed: bool = False
    """Whether a value is needed: something is worked out of it."""


def conditions_of(outcome: Outcome) -> Iterator[tuple[Trail, Condition]]:
    """List what parts of an outcome hang on, each with the way to it inside the outcome."""
    for name in ("text", "guides", "next", "cites"):
        for number, part in enumerate(getattr(outcome, name)):
            if part.when is not None:
                yield (name, number, "when"), part.when


def mentions(decision: Decision, node: str) -> Iterator[Mention]:
    """List the answers that the texts of a question or an outcome name."""
    for trail, text, when in _texts(decision, node):
        for name in mentioned(text):
            if name.startswith(COMPUTED):
                yield from (Mention(trail, q, when, True) for q in needed(decision, name))
            else:
                yield Mention(trail, name, when)


def needed(decision: Decision, name: str) -> list[str]:
    """Name the questions that something is worked out of: `computed.<id>.<line>`."""
    reckoning = decision.computed.get(name.removeprefix(COMPUTED).rpartition(".")[0])
    return sorted(reckoning.needs()) if reckoning else []


def said_in(decision: Decision) -> set[str]:
    """Name the questions whose values a text says, or what it says is worked out of."""
    nodes = (*decision.questions, *decision.outcomes)
    named = {mention.question for node in nodes for mention in mentions(decision, node)}
    return {name for name in named if name in decision.questions and decision.questions[name].range}


def made_of(decision: Decision) -> set[str]:
    """Name the questions whose values a text says, or fill in a blank of a guide."""
    filling = {asked for hands in decision.hands.values() for asked in hands.blanks.values()}
    return said_in(decision) | (filling & decision.questions.keys())


def values_of(decision: Decision, question: str) -> frozenset[str]:
    """Give the answers to a question that something can be worked out of."""
    asked = decision.questions.get(question)
    found = dict(bands(asked)) if asked and asked.range else asked.answers if asked else ()
    return frozenset(found)


def can_name_answers(trail: Trail) -> bool:
    """Say whether the text of a decision to which a way leads can name answers."""
    last = trail[-1]
    return (trail[0] == "questions" and last in {"ask", "help", "hint"}) or (
        trail[0] == "outcomes" and (last == "title" or "text" in trail[2:3])
    )


def looked_at(decision: Decision, node: str) -> frozenset[Condition]:
    """Give the conditions that say what the texts of a question or an outcome are.

    Of a part those that say what it is told.
    """
    part = decision.parts.get(node)
    if isinstance(part, Entrance):
        return frozenset(part.looks)
    outcome = decision.outcomes.get(node)
    found = {when for _, when in conditions_of(outcome)} if outcome else set()
    for mention in mentions(decision, node):
        apart = _by_words(decision, mention.question).values()
        for options in [values_of(decision, mention.question)] if mention.is_typed else apart:
            found.add(joined([mention.when, Is(mention.question, frozenset(options))]))
    return frozenset(found) | frozenset(_meant(decision, outcome) if outcome else ())


def _meant(decision: Decision, outcome: Outcome) -> Iterator[Condition]:
    """Tell apart what is ticked by what it means to the guides that are told: no page can."""
    guides = {handover.id for _, handover in outcome.handovers()} & decision.hands.keys()
    for sources in (each for guide in guides for each in decision.hands[guide].answers.values()):
        for name, meanings in sources.items():
            if name in decision.questions and decision.questions[name].sets:
                for means in {*meanings.values()}:
                    yield Is(name, frozenset(o for o, m in meanings.items() if m == means))


def question_for(
    decision: Decision, name: str, answers: Answers, said: Mapping[str, str] | None = None
) -> Question:
    """Give a question with the answers in its texts; `said` are other words for them."""
    question = decision.questions[name]
    said = words_of(decision, answers) if said is None else said
    if not any(mentions(decision, name)):
        return question
    options = {key: _option(option, said) for key, option in question.options.items()}
    help_ = question.help and filled(question.help, said)
    ask = filled(question.ask, said, is_markup=False)
    return question.model_copy(update={"ask": ask, "help": help_, "options": options})


def outcome_for(
    decision: Decision, name: str, answers: Answers, said: Mapping[str, str] | None = None
) -> Outcome:
    """Give an outcome as who comes with these answers is told it: nothing in it has a `when`.

    `said` are other words for what was answered.
    """
    outcome = decision.outcomes[name]
    said = words_of(decision, answers) if said is None else said
    changed: dict[str, object] = {
        field: tuple(
            part.model_copy(update={"when": None})
            for part in getattr(outcome, field)
            if part.when is None or holds(part.when, answers)
        )
        for field in ("text", "next", "cites")
    }
    changed["text"] = tuple(
        part.model_copy(update={"text": filled(part.text, said)})
        for part in changed["text"]  # type: ignore[attr-defined]  # the passages from above
    )
    changed["title"] = filled(outcome.title, said, is_markup=False)
    taken = (g for g in outcome.guides if g.when is None or holds(g.when, answers))
    changed |= {"guide": next(taken, outcome.guide), "guides": ()}
    return outcome.model_copy(update=changed)


def passages_for(decision: Decision, name: str, answers: Answers) -> tuple[int, ...]:
    """Number the passages of an outcome that who comes with these answers is told."""
    passages = enumerate(decision.outcomes[name].text)
    return tuple(n for n, part in passages if part.when is None or holds(part.when, answers))


def title_for(decision: Decision, node: str, answers: Answers) -> str:
    """Say what a question asks, or what an outcome is called."""
    title = decision.questions[node].ask if node in decision.questions else ""
    title = title or decision.outcomes[node].title
    return filled(title, words_of(decision, answers), is_markup=False)


def words_of(decision: Decision, answers: Answers) -> dict[str, str]:
    """Give the words that texts have for answers, by question."""
    reckoned = {
        f"{COMPUTED}{id_}.{name}": line.label
        for id_, each in decision.computed.items()
        for name, line in each.lines.items()
    }
    return reckoned | {
        name: chosen.said or chosen.label
        for name, option in answers.items()
        if name in decision.questions
        and (chosen := decision.questions[name].answers.get(option)) is not None
    }


def names_in(decision: Decision, node: str) -> set[str]:
    """List what the texts of a question or an outcome name."""
    return {name for _, text, _ in _texts(decision, node) for name in mentioned(text)}


def _option(option: Option, said: Mapping[str, str]) -> Option:
    hint = option.hint and filled(option.hint, said)
    return option if hint == option.hint else option.model_copy(update={"hint": hint})


def _texts(decision: Decision, node: str) -> Iterator[tuple[Trail, str, Condition]]:
    """List the texts that can name answers, each with the way to it and who is told it."""
    if node in decision.questions:
        question, at = decision.questions[node], ("questions", node)
        yield (*at, "ask"), question.ask, ALWAYS
        yield (*at, "help"), question.help or "", ALWAYS
        for name, option in question.options.items():
            yield (*at, "options", name, "hint"), option.hint or "", ALWAYS
    if node in decision.outcomes:
        outcome, at = decision.outcomes[node], ("outcomes", node)
        yield (*at, "title"), outcome.title, ALWAYS
        for number, passage in enumerate(outcome.text):
            yield (*at, "text", number, "text"), passage.text, passage.when or ALWAYS


def _by_words(decision: Decision, question: str) -> dict[str, list[str]]:
    """Group the options of a question by the words a text has for them."""
    found: dict[str, list[str]] = {}
    asked = decision.questions.get(question)
    for name, option in asked.answers.items() if asked else ():
        found.setdefault(option.said or option.label, []).append(name)
    return found

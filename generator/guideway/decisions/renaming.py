"""A decision as a part of another: every question, outcome and part of it has a longer name."""

from dataclasses import replace

from guideway.decisions.rewriting import with_conditions
from guideway.decisions.worked import Worked
from guideway.model.conditions import Is
from guideway.model.decisions import Decision, Hands
from guideway.model.formulas import renamed as of_formula
from guideway.model.mentions import renamed as mentioning
from guideway.model.outcomes import Outcome
from guideway.model.questions import Option, Question, Routes
from guideway.model.reckoning import Reckoning
from guideway.model.values import Band

OF_PART = "."
"""What stands in the name of whatever belongs to a part: `<decision>.<id>`."""


def called(owner: str, name: str) -> str:
    """Give the name of something in the whole; what has no owner is of the decision itself."""
    return f"{owner}{OF_PART}{name}" if owner else name


def as_part(decision: Decision, name: str) -> Decision:
    """Call what is in a decision by its name and a dot: `complain.kind`."""
    ahead = called(name, "")
    said = with_conditions(decision, lambda leaf: _leaf(leaf, ahead))
    questions, outcomes = said.questions.items(), said.outcomes.items()
    return said.model_copy(
        update={
            "questions": {ahead + key: _question(each, ahead) for key, each in questions},
            "cases": {ahead + key: each for key, each in said.cases.items()},
            "outcomes": {ahead + key: _outcome(each, ahead) for key, each in outcomes},
            "parts": {ahead + key: each for key, each in said.parts.items()},
            "computed": {
                ahead + key: _reckoning(each, ahead) for key, each in said.computed.items()
            },
            "hands": {guide: _hands(each, ahead) for guide, each in said.hands.items()},
        }
    )


def _leaf(leaf: Is, ahead: str) -> Is:
    return replace(leaf, question=ahead + leaf.question)


def _reckoning(reckoning: Reckoning, ahead: str) -> Reckoning:
    needs = reckoning.needs()

    def called(name: str) -> str:
        return ahead + name if name in needs else name

    lines = {
        key: line.model_copy(update={"value": of_formula(line.value, called)})
        for key, line in reckoning.lines.items()
    }
    return reckoning.model_copy(update={"lines": lines})


def _routes(routes: Routes | None, ahead: str) -> Routes | None:
    return routes and tuple(r.model_copy(update={"go": ahead + r.go}) for r in routes)


def _question(question: Question, ahead: str) -> Question:
    options = {key: _option(each, ahead) for key, each in question.options.items()}
    changed = question.model_copy(
        update={
            "ask": mentioning(question.ask, ahead),
            "help": question.help and mentioning(question.help, ahead),
            "options": options,
            "go": _routes(question.go, ahead),
            "aliases": tuple(ahead + alias for alias in question.aliases),
        }
    )
    if isinstance(changed, Worked):
        named = {"of": ahead + changed.of, "line": changed.formula.renamed(ahead)}
        return changed.model_copy(update=named)
    return changed.told_apart(question.sets) if question.sets else changed


def _option(option: Option, ahead: str) -> Option:
    changed: dict[str, object] = {
        "hint": option.hint and mentioning(option.hint, ahead),
        "go": _routes(option.go, ahead),
    }
    if isinstance(option, Band) and option.beside:
        changed["beside"] = ahead + option.beside
    return option.model_copy(update=changed)


def _outcome(outcome: Outcome, ahead: str) -> Outcome:
    text = (each.model_copy(update={"text": mentioning(each.text, ahead)}) for each in outcome.text)
    return outcome.model_copy(
        update={
            "title": mentioning(outcome.title, ahead),
            "text": tuple(text),
            "asked": (),
            "aliases": tuple(ahead + alias for alias in outcome.aliases),
        }
    )


def _hands(hands: Hands, ahead: str) -> Hands:
    answers = {
        question: {ahead + source: meanings for source, meanings in sources.items()}
        for question, sources in hands.answers.items()
    }
    blanks = {blank: ahead + asked for blank, asked in hands.blanks.items()}
    return hands.model_copy(update={"answers": answers, "blanks": blanks})

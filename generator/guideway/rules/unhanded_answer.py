"""Nobody is asked by a guide what a decision that led to it has asked already.

An outcome hands answers to its guide. A question of the decision with the same id and options is
handed by itself. Of any other, something says what tells it: `answers` at the outcome, if all who
come there have said the same; `hands` of the decision, which means options of its questions by
options of the guide's; or `asks`, at either, if nothing tells it. What is looked for is a question
of the guide that looks like one the reader was asked (the same id, the same words, two options in
common), one that another outcome hands over, and, where `hands` speaks of a guide, any. An outcome
that answers a question of the same id and options otherwise than its reader did is told as well.
This is a warning.

Wrong:

    content/guides/bridge.yaml
    questions:
      mood: {ask: 你确定吗, options: {certain: 确定, doubtful: 不确定, afraid: 害怕}}
    needs:
      - {what: 一条绳, when: {mood: doubtful}}
      - {what: 一个同伴, when: {mood: afraid}}

Right:

    content/guides/bridge.yaml
    questions:
      mood: {ask: 你确定吗, options: {certain: 确定, doubtful: 不确定, afraid: 害怕}}
    needs:
      - {what: 一条绳, when: {mood: doubtful}}
      - {what: 一个同伴, when: {mood: afraid}}
    content/decisions/gorge.yaml
    hands:
      bridge:
        answers: {mood: {mood: {certain: certain, doubtful: doubtful}}}
"""

from collections.abc import Iterable, Iterator

from guideway.catalog import Catalog, Entry
from guideway.decisions.handing import answers_at, guide_of, handed
from guideway.decisions.telling import alike
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.outcomes import Handover
from guideway.model.questions import Question
from guideway.problems import Place, Problem, listed
from guideway.source import Trail

_OFTEN = frozenset({"yes", "no", "none", "some", "other", "unknown"})
"""Options so common that two questions may have them and be about different things."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every outcome that says nothing of a question of its guide, or says it otherwise."""
    for entry in catalog.decisions:
        for name, outcome in entry.value.outcomes.items():
            for way, handover in outcome.handovers():
                guide = guide_of(catalog, handover)
                if guide and guide.questions:
                    yield from _at(entry, name, way, guide)


def _at(entry: Entry[Decision], name: str, way: Trail, guide: Guide) -> Iterator[Problem]:
    """Look at one guide that an outcome leads to."""
    handover = dict(entry.value.outcomes[name].handovers())[way]
    found = handed(entry, name, handover, guide)
    forgotten = tuple(_forgotten(entry, name, handover, guide, found.silent))
    if forgotten:
        yield _unsaid(entry.key_place("outcomes", name, *way), forgotten)
    for question in found.contrary:
        place = entry.place("outcomes", name, *way, "answers", question)
        yield _contrary(place, question)


def _forgotten(
    entry: Entry[Decision], name: str, handover: Handover, guide: Guide, silent: Iterable[str]
) -> Iterator[str]:
    """Leave of the questions nothing is said of those that this decision may know about."""
    outcomes = entry.value.outcomes.values()
    others = [each for o in outcomes for _, each in o.handovers() if each.id == handover.id]
    told = {question for other in others for question in (*other.answers, *other.asks)}
    answers = answers_at(entry).get(name, {})
    asked = {q: entry.value.questions[q] for q, options in answers.items() if any(options)}
    for question in silent:
        there = guide.questions[question]
        known = any(_looks_like(q, here, question, there) for q, here in asked.items())
        if known or question in told or handover.id in entry.value.hands:
            yield question


def _looks_like(name: str, here: Question, other: str, there: Question) -> bool:
    same = {name, *here.aliases} & {other, *there.aliases}
    common = here.options.keys() & there.options.keys() - _OFTEN
    return bool(same) or any(alike({"": here.ask, " ": there.ask})) or len(common) > 1


def _unsaid(place: Place, questions: tuple[str, ...]) -> Problem:
    message = f"the guide asks {listed(questions)}, and nothing says whether these answers tell"
    hint = "hand it over with `answers`, here or under `hands`, or name it in `asks`"
    return Problem(place, message, code="unhanded-answer", hint=hint, level="warning")


def _contrary(place: Place, question: str) -> Problem:
    message = f"whoever comes here has answered otherwise what the guide calls “{question}”"
    hint = "hand over what was answered, or mend what `hands` means by it"
    return Problem(place, message, code="unhanded-answer", hint=hint, level="warning")

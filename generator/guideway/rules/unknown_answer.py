"""Conditions and handed answers name questions and options that exist.

A `when` and a situation of a guide look at the questions of that guide; a `when` of a decision at
those of that decision; the `answers` and `asks` handed to a guide are about its questions, and
`hands` is about guides that an outcome leads to.

Wrong:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有马, none: 没马}}
    needs:
      - {what: 一匹马, when: {horse: hvae}}
      - {what: 鞍, when: {horse: have}}
      - {what: 靴, when: {horse: none}}

Right:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有马, none: 没马}}
    needs:
      - {what: 一匹马, when: {horse: have}}
      - {what: 靴, when: {horse: none}}
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from guideway.catalog import Catalog, Entry
from guideway.decisions.handing import guide_of
from guideway.decisions.tailoring import conditions_in
from guideway.decisions.worked import worked_lines
from guideway.model.conditions import Is, Ticked, leaves
from guideway.model.decisions import Decision, Hands
from guideway.model.guides import Guide
from guideway.model.questions import Question
from guideway.model.values import bands
from guideway.problems import Meant, Place, Problem, near
from guideway.source import Trail


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every question and option that is named and does not exist."""
    for guide in catalog.guides:
        yield from _in_conditions(guide, guide.value.questions)
        yield from _in_groups(guide)
        yield from _in_situations(guide)
    for decision in catalog.decisions:
        yield from _in_conditions(decision, decision.value.questions)
        yield from _in_groups(decision)
        yield from _handed(catalog, decision)


def _in_conditions(
    entry: Entry[Guide] | Entry[Decision], questions: Mapping[str, Question]
) -> Iterator[Problem]:
    told: set[str] = set()
    worked = worked_lines(entry.value)
    for trail, when in sorted(conditions_in(entry), key=lambda each: each[0][0] != "cases"):
        found = {
            problem
            for leaf in leaves(when)
            if leaf.question not in worked
            for problem in _in_leaf(entry, trail, questions, leaf)
        }
        told |= {each.message for each in found if trail[0] == "cases"}
        # What names a case is written there, and wrong there.
        named = {
            each for each in found if each.message in told and each.about not in each.place.text
        }
        yield from sorted(found - named)


def _in_leaf(
    entry: Entry[Guide] | Entry[Decision],
    trail: Trail,
    questions: Mapping[str, Question],
    leaf: Is,
) -> Iterator[Problem]:
    boxes = leaf.boxes if isinstance(leaf, Ticked) else leaf.options
    for option in sorted(boxes):
        yield from _named(entry, trail, questions, leaf.question, option)
    if isinstance(leaf, Ticked) and not boxes and leaf.question not in questions:
        yield from _named(entry, trail, questions, leaf.question, "")


def _in_groups(entry: Entry[Guide] | Entry[Decision]) -> Iterator[Problem]:
    for name, question in entry.value.questions.items():
        for group, options in question.groups.items():
            for number, option in enumerate(options):
                trail = ("questions", name, "groups", group, number)
                yield from _named(entry, trail, entry.value.questions, name, option)


def _in_situations(entry: Entry[Guide]) -> Iterator[Problem]:
    for name, situation in entry.value.situations.items():
        for question, option in situation.answers.items():
            trail: Trail = ("situations", name, "answers")
            yield from _named(entry, trail, entry.value.questions, question, option)


def _handed(catalog: Catalog, entry: Entry[Decision]) -> Iterator[Problem]:
    """Look at what outcomes say of their guides, and at what the decision says for all of them."""
    led_to: dict[str, Guide] = {}
    for name, outcome in entry.value.outcomes.items():
        for way, handover in outcome.handovers():
            guide = guide_of(catalog, handover)
            if guide is None:
                continue
            led_to[handover.id] = guide
            trail: Trail = ("outcomes", name, *way)
            for question, option in handover.answers.items():
                where = (*trail, "answers")
                yield from _named(entry, where, guide.questions, question, option)
            yield from _asked(entry, (*trail, "asks"), guide, handover.asks)
    for name, hands in entry.value.hands.items():
        if name in led_to:
            yield from _meant(entry, name, hands, led_to[name])
        elif catalog.get(f"guide.{name}") or not catalog.may_exist(f"guide.{name}"):
            place = entry.key_place("hands", name)
            yield _problem(place, f"no outcome leads to a guide “{name}”", near(name, led_to))


def _meant(entry: Entry[Decision], name: str, hands: Hands, guide: Guide) -> Iterator[Problem]:
    trail: Trail = ("hands", name, "answers")
    for question in hands.typed:
        for number, each in enumerate(hands.typed[question]):
            at: Trail = ("hands", name, "typed", question, number)
            yield from _named(entry, at, guide.questions, question, each.means)
    for question, sources in hands.answers.items():
        written = {key: means for key, means in sources.items() if not _made(entry, key, means)}
        if question not in guide.questions and written:
            said = f"there is no question “{question}”"
            hint = near(question, guide.questions)
            yield _problem(entry.key_place(*trail, question), said, hint)
            continue
        for source, meanings in written.items():
            for option, means in meanings.items():
                where = (*trail, question)
                yield from _named(entry, where, entry.value.questions, source, option)
                yield from _named(entry, (*where, source), guide.questions, question, means)
    for blank, question in hands.blanks.items():
        yield from _filled(entry, ("hands", name, "blanks", blank), guide, question)
    yield from _asked(entry, ("hands", name, "asks"), guide, hands.asks)


_FILLS = {"date": "date", "money": "amount", "number": "number"}
"""Kinds of questions → kinds of blanks."""


def _filled(entry: Entry[Decision], trail: Trail, guide: Guide, asked: str) -> Iterator[Problem]:
    """Let what was typed fill in a blank of its kind."""
    questions, blank = entry.value.questions, str(trail[-1])
    if blank not in guide.blanks:
        said, hint = f"there is no blank “{blank}”", near(blank, guide.blanks)
        yield _problem(entry.key_place(*trail), said, hint)
    elif asked not in questions:
        said, hint = f"there is no question “{asked}”", near(asked, questions)
        yield _problem(entry.place(*trail), said, hint)
    elif _FILLS.get(questions[asked].kind) != guide.blanks[blank].kind:
        kinds = f"“{asked}” is answered with a {questions[asked].kind}"
        said = f"{kinds}, and the blank takes a {guide.blanks[blank].kind}"
        yield _problem(entry.place(*trail), said, "a date fills in a date, money an amount")


def _made(entry: Entry[Decision], source: str, meanings: Mapping[str, str]) -> bool:
    """Say whether these are bands, of which `typed` says what they mean."""
    question = entry.value.questions.get(source)
    return question is not None and bool(meanings.keys() & dict(bands(question)).keys())


def _asked(
    entry: Entry[Decision], trail: Trail, guide: Guide, questions: tuple[str, ...]
) -> Iterator[Problem]:
    for number, question in enumerate(questions):
        if question not in guide.questions:
            said = f"there is no question “{question}”"
            place = entry.place(*trail, number)
            yield _problem(place, said, near(question, guide.questions))


def _named(
    entry: Entry[Guide] | Entry[Decision],
    trail: Trail,
    questions: Mapping[str, Question],
    question: str,
    option: str,
) -> Iterator[Problem]:
    if question not in questions:
        place = entry.place_of(question, *trail)
        said = f"there is no question “{question}”"
        hint = near(question, questions) or _whose(question, questions)
        yield replace(_problem(place, said, hint), about=question)
    elif option not in questions[question].options:
        place = entry.place_of(option, *trail)
        said = f"“{option}” is not an option of question “{question}”"
        known = {*questions[question].options, *questions[question].groups}
        compared = _COMPARED.fullmatch(option)
        if compared and questions[question].range:
            how = _HOW.get(compared["how"], compared["how"])
            hint = f"write {{{question}: {{{how}: {compared['value']}}}}}"
            yield replace(_problem(place, said, Meant(hint)), about=option)
            return
        called = [
            name for name, each in questions[question].options.items() if each.label == option
        ]
        hint = f"write “{called[0]}”" if called else near(option, sorted(known))
        hint = hint or f"its options are {', '.join(list(questions[question].options)[:_MOST])}"
        yield replace(_problem(place, said, hint), about=option)


def _whose(option: str, questions: Mapping[str, Question]) -> str:
    """Turn an option and its question the right way round, or say what is asked."""
    whose = [name for name, each in questions.items() if option in each.options]
    if len(whose) == 1:
        return f"write {{{whose[0]}: {option}}}"
    known = ", ".join(list(questions)[:_MOST])
    return f"there {'is' if len(questions) == 1 else 'are'} {known}" if known else ""


_MOST = 12
"""So many options are listed in a hint."""
_HOW = {"<": "under", "<=": "at_most", "≤": "at_most", "=": "equals", "==": "equals"} | {
    ">": "over",
    ">=": "at_least",
    "≥": "at_least",
}
_COMPARED = re.compile(
    r"(?P<how>under|at_most|equals|at_least|over|before|after|[<>=]=?|[≤≥])\s*(?P<value>-?\d[\d.]*)"
)
"""A comparison in the words or signs of a sum."""


def _problem(place: Place, message: str, hint: str) -> Problem:
    return Problem(place, message, code="unknown-answer", hint=hint)

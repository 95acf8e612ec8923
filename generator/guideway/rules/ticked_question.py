"""What is ticked is looked at as boxes.

A question of `kind: choices` asks for all that apply: at least one box, or an option that is
`exclusive: true` (“都没有”), which stands alone. A `when` says of its boxes `any`, `all`, `none`
or `count`; an option by itself says that it is ticked, with others or without. Sets of boxes that
no condition tells apart are one answer, and proven like any option: that every set leads somewhere
is told by `no-route`, with the set. Two routes that count the same boxes, and overlap where neither
is inside the other, are told as a warning: one end is probably off by one. A guide asks so, too;
what is ticked in a decision is handed over to none.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 哪些都对？
        kind: choices
        options: {certain: 我很确定, rope: 我有绳子, none: {label: 都不对, exclusive: true}}
        go:
          - {when: {mood: {count: {at_least: 1}}}, go: bridge}
          - {when: {mood: {count: {at_most: 1}}}, go: wait}

Right:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 哪些都对？
        kind: choices
        options: {certain: 我很确定, rope: 我有绳子, none: {label: 都不对, exclusive: true}}
        go:
          - {when: {mood: {count: {at_least: 1}}}, go: bridge}
          - {when: {mood: none}, go: wait}
"""

from collections.abc import Iterator
from dataclasses import replace

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_decision, is_guide
from guideway.decisions.band_proofs import overlaps
from guideway.decisions.routes import questions_in
from guideway.decisions.state_graph import explored
from guideway.decisions.tailoring import conditions_in
from guideway.model.conditions import Ticked, leaves
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.texts import Part
from guideway.problems import Place, Problem

_MEANT = "hand it over under `typed`: [{when: {…: {any: […]}}, means: …}]"
_HINT = "kind: choices, with routes at the question"
_OPTIONS = "let it answer a question of “kind: one”"


def check_piece(_: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find what is said of boxes where none are, and counts that overlap."""
    if is_guide(entry):
        yield from (*_without_boxes(entry), *_situated(entry))
    elif is_decision(entry):
        yield from (*_without_boxes(entry), *_handed(entry))
    graph = explored(entry)
    if graph is None:
        return
    for spot in overlaps(graph):
        if graph.decision.questions[str(spot.trail[1])].sets:
            message = f"for {spot.subject} this route and one before it both apply"
            hint = "the first is taken; is one end off by one?"
            yield _problem(entry.place(*spot.trail), message, hint, spot.way)


def _without_boxes(entry: Entry[Decision] | Entry[Guide]) -> Iterator[Problem]:
    for trail, when in conditions_in(entry):
        for leaf in leaves(when):
            question = entry.value.questions.get(leaf.question)
            if isinstance(leaf, Ticked) and question and question.kind != "choices":
                message = f"nothing is ticked to answer “{leaf.question}”: its `kind` is another"
                yield _problem(entry.place_of(leaf.question, *trail), message)


def _situated(entry: Entry[Guide]) -> Iterator[Problem]:
    """A situation is a page made before anybody ticks: it answers with options alone."""
    for name, situation in entry.value.situations.items():
        for question in situation.answers:
            asked = entry.value.questions.get(question)
            if asked and asked.kind == "choices":
                place = entry.key_place("situations", name, "answers", question)
                yield _problem(place, "a situation cannot say what is ticked", _OPTIONS)


def _handed(entry: Entry[Decision]) -> Iterator[Problem]:
    asked = entry.value.questions
    for guide, hands in entry.value.hands.items():
        for question, sources in hands.answers.items():
            typed = {
                name for each in hands.typed.get(question, ()) for name in questions_in(each.when)
            }
            for source in sources.keys() - typed:
                if source in asked and asked[source].kind == "choices":
                    place = entry.key_place("hands", guide, "answers", question, source)
                    yield _problem(
                        place,
                        "several boxes can be ticked: say for which an option is meant",
                        _MEANT,
                    )


def _problem(
    place: Place, message: str, hint: str = _HINT, way: tuple[tuple[str, str], ...] = ()
) -> Problem:
    found = Problem(place, message, code="ticked-question", hint=hint, answers=way)
    return replace(found, level="warning") if way else found

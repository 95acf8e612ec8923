"""What is typed can be compared, and what it is compared with is there.

A decision or a guide may ask for a number, a sum of money or a day: `kind`, with a `range` and a
`unit`, in place of options, or beside them (`unknown`). A `when` compares what was typed: `under`,
`at_most`, `equals`, `at_least`, `over` a number, a threshold with the same unit or a period of
calendar days; of a day `before` and `after` a day (`{today: -7 days}`), `within` a span or a
period. A period that holidays or months move ends on another day each time: a day in the past can
be within it, and where it can end nothing else is compared with. What is typed is compared with the
answer to one question asked before, in the same kind, unit and decimals: `{over: answer.paid}`, of
days `before` and `after`; or to it and something more: `{over: {answer.paid: 500}}`,
`{from: {answer.sent: 14 days}}`. A `when` compares what is worked out likewise:
`{computed.rest.due: {over: 500}}`; in a guide of what its inputs take (`takes: answer.paid`), each
typed as its question is. Of an answer that is no value nothing comes out, and no comparison of it
holds.

What is worked out is proven for every value that can be typed: the formula is bounded over all of
them, and they are cut in two until values are found for which it comes out so, or none are left.
One line, whatever its formula, and differences of two answers are decided so at once. Several lines
of the same answers may need more cuts than there is time for; that is told, and nothing is guessed.
A `rate` is not compared, nor is what is typed within a period that moves.

Where limits are days of the calendar, such days are typed: `range: [1930-01-01, 2030-12-31]`, with
no `unit`, compared with such days (`{before: 1951-04-06}`) and with each other, never with today.

The domain is cut into bands where it is compared, and proven like any options: that every value
leads somewhere is told by `no-route`, with the value. In a guide a `when` compares likewise. Two
routes of one question that compare only what was typed there, and overlap where neither is inside
the other, are told as a warning: one end is probably off by one.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options: {certain: {label: 确定, go: width}, doubtful: {label: 不确定, go: wait}}
      width:
        ask: 谷有多宽
        kind: number
        range: [0, 300]
        unit: 米
        go:
          - {when: {width: {at_most: 20}}, go: bridge}
          - {when: {width: {at_least: 20}}, go: wait}

Right:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options: {certain: {label: 确定, go: width}, doubtful: {label: 不确定, go: wait}}
      width:
        ask: 谷有多宽
        kind: number
        range: [0, 300]
        unit: 米
        go:
          - {when: {width: {at_most: 20}}, go: bridge}
          - {when: {width: {over: 20}}, go: wait}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_decision, is_guide
from guideway.decisions.band_proofs import idle_cuts, overlaps, unasked
from guideway.decisions.comparing import meaningless
from guideway.decisions.cuts import Asking
from guideway.decisions.routes import questions_in
from guideway.decisions.state_graph import explored
from guideway.decisions.states import StateGraph, Way
from guideway.decisions.worked import written_at
from guideway.model.computed import Input
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.questions import Question
from guideway.model.texts import Part
from guideway.problems import Place, Problem
from guideway.source import Trail


def check_piece(catalog: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find comparisons that mean nothing, and bands that overlap."""
    if is_guide(entry):
        yield from (*_meaningless(catalog, entry), *_unpaid(entry))
    elif is_decision(entry):
        yield from (*_meaningless(catalog, entry), *_unpaid(entry), *_handed(entry))
    graph = explored(entry)
    if graph:
        yield from _in_bands(entry, graph)


def _in_bands(entry: Entry[Part], graph: StateGraph) -> Iterator[Problem]:
    for spot in overlaps(graph):
        if graph.decision.questions[str(spot.trail[1])].sets:
            continue
        message = f"for {spot.subject} this route and one before it both apply"
        hint = "the first is taken; is one end off by one?"
        yield _doubt(entry.place(*spot.trail), message, hint, spot.way)
    for spot in unasked(graph):
        message = f"“{spot.subject}” was not asked before, and this is compared with it"
        hint = "ask it on every way here, or say in `when` who is compared"
        place = entry.key_place(*spot.trail)
        yield Problem(place, message, code="typed-question", hint=hint, answers=spot.way)
    for name, way in graph.unproven.items():
        message = f"whether “{name}” comes out between these values can not be told in time"
        hint = "let fewer figures, or fewer lines, be compared at once"
        at = written_at(graph.decision.questions, way[-1][0])
        place = entry.key_place(*at[:2])
        yield Problem(place, message, code="typed-question", hint=hint, answers=way[:-1])
    for spot in idle_cuts(graph):
        message = f"{spot.subject} is compared with, and nothing is different from there"
        hint = "leave the comparison out, or let it lead elsewhere"
        yield _doubt(entry.key_place(*spot.trail), message, hint, spot.way)


def _meaningless(catalog: Catalog, entry: Entry[Asking]) -> Iterator[Problem]:
    for found in meaningless(catalog, entry):
        if found.is_told:
            continue
        leaf, said = found.leaf, found.why
        named = [word for test in leaf.tests for word in (*reversed(test), leaf.question)]
        snippet = next((word for word in named if f"“{word}”" in said), leaf.question)
        yield _problem(entry.place_of(snippet, *found.trail), said)


def _handed(entry: Entry[Decision]) -> Iterator[Problem]:
    """What was typed or ticked tells a guide by itself: nothing else can be looked at there."""
    questions = entry.value.questions
    for name, hands in entry.value.hands.items():
        for question, meant in hands.typed.items():
            looked_at = {asked for each in meant for asked in questions_in(each.when)}
            chosen = (questions[q].kind == "one" for q in looked_at & {*questions})
            if len(looked_at) > 1 or any(chosen):
                place = entry.key_place("hands", name, "typed", question)
                message = "what is handed over so looks at one question that is typed or ticked"
                yield _problem(place, message)


def _unpaid(entry: Entry[Guide] | Entry[Decision]) -> Iterator[Problem]:
    """Find sums in nothing: neither they nor the settings say what is paid with."""
    value = entry.value
    computed = value.computed if isinstance(value, Guide) else {}
    typed: dict[Trail, Question | Input] = {("questions", q): v for q, v in value.questions.items()}
    for name, each in computed.items():
        typed |= {("computed", name, "inputs", i): v for i, v in each.inputs.items()}
    for trail, asked in typed.items():
        if asked.kind == "money" and asked.unit is None:
            hint = "say its `unit`, or the `country` or `currency` of the site in mkdocs.yml"
            message = "this sum says no unit, and nobody says what is paid with"
            yield Problem(entry.key_place(*trail), message, code="typed-question", hint=hint)


def _doubt(place: Place, message: str, hint: str, way: Way) -> Problem:
    return Problem(place, message, code="typed-question", hint=hint, answers=way, level="warning")


def _problem(place: Place, message: str) -> Problem:
    hint = "kind: number, money or date, with a range and a unit"
    return Problem(place, message, code="typed-question", hint=hint)

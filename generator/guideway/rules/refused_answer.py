"""What a question refuses leaves something to answer, and refuses somebody.

With `refuses` a question says which answers cannot be beside those before: the end before the
start, more paid back than was paid. Who answers so is told what is wrong, and the question stays.
For all answers before, at least one can be given.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options: {certain: {label: 确定, go: width}, doubtful: {label: 不确定, go: wait}}
      width:
        ask: 谷有多宽
        kind: number
        range: [1, 300]
        unit: 米
        go: plank
      plank:
        ask: 板有多长
        kind: number
        range: [1, 300]
        unit: 米
        refuses:
          - {when: {plank: {at_most: answer.width}}, say: 板不比谷长，过不去。}
        go: bridge

Right:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options: {certain: {label: 确定, go: width}, doubtful: {label: 不确定, go: wait}}
      width:
        ask: 谷有多宽
        kind: number
        range: [1, 300]
        unit: 米
        go: plank
      plank:
        ask: 板有多长
        kind: number
        range: [1, 300]
        unit: 米
        refuses:
          - {when: {plank: {under: answer.width}}, say: 板比谷短，过不去。}
        go: bridge
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_guide
from guideway.decisions.refusing import refusing_all, refusing_nobody
from guideway.decisions.state_graph import explored
from guideway.model.guides import Guide
from guideway.model.texts import Part
from guideway.problems import Problem


def check_piece(_: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find what refuses nobody, and questions that nobody can answer."""
    if is_guide(entry):
        yield from _chosen(entry)
    graph = explored(entry)
    for spot in refusing_nobody(graph) if graph else ():
        message = "this refuses no answer of anybody who comes here"
        hint = "mend the condition, or delete the refusal"
        place = entry.place(*spot.trail)
        yield Problem(place, message, code="refused-answer", hint=hint, answers=spot.way)
    for spot in refusing_all(graph) if graph else ():
        message = f"every answer to “{spot.subject}” is refused for these answers"
        hint = "let one be given, or ask it of others only"
        place = entry.key_place(*spot.trail)
        yield Problem(place, message, code="refused-answer", hint=hint, answers=spot.way)


def _chosen(entry: Entry[Guide]) -> Iterator[Problem]:
    for name, question in entry.value.questions.items():
        if question.refuses and question.kind == "one":
            message = "in a guide only what is typed or ticked can be refused"
            hint = "leave the option out, or ask in a decision"
            place = entry.key_place("questions", name, "refuses")
            yield Problem(place, message, code="refused-answer", hint=hint)

"""A condition can fail.

A `when` that all answers make true says nothing; without it, it is clear that there is no choice.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: bridge}
          doubtful:
            label: 不确定
            go: [{when: {mood: doubtful}, go: wait}]

Right:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: bridge}
          doubtful: {label: 不确定, go: wait}
"""

from collections.abc import Iterator
from itertools import chain

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_guide
from guideway.decisions.proofs import never_or_always
from guideway.decisions.state_graph import explored
from guideway.decisions.states import Way
from guideway.decisions.tailoring import judge, where_written
from guideway.decisions.text_proofs import parts_never_or_always
from guideway.model.texts import Part
from guideway.problems import Place, Problem


def check_piece(_: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find it in the routes and outcomes of a decision and in a guide."""
    if graph := explored(entry):
        of_routes = never_or_always(graph, expected=True)
        for spot in chain(of_routes, parts_never_or_always(graph, expected=True)):
            yield _problem(entry.place(*spot.trail), spot.way)
    elif is_guide(entry):
        for trail in where_written(entry, judge(entry).always):
            yield _problem(entry.place(*trail), ())


def _problem(place: Place, way: Way) -> Problem:
    message = "this condition always holds"
    hint = "delete the `when`, or mend it"
    return Problem(place, message, code="condition-always", hint=hint, answers=way)

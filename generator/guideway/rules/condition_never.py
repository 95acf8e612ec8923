"""A condition can hold.

A `when` that no answers make true hides what it stands at from everybody.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: bridge}
          doubtful:
            label: 不确定
            go: [{when: {mood: certain}, go: bridge}, {go: wait}]

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
from guideway.catalog.kinds import is_decision, is_guide
from guideway.decisions.proofs import never_or_always
from guideway.decisions.state_graph import explored
from guideway.decisions.states import Way
from guideway.decisions.tailoring import conditions_in, domains_of, judge, names_step, where_written
from guideway.decisions.text_proofs import parts_never_or_always
from guideway.model.conditions import leaves
from guideway.model.decisions import Decision
from guideway.model.texts import Part
from guideway.problems import Place, Problem
from guideway.source import Trail


def check_piece(_: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find it in the routes and outcomes of a decision and in a guide."""
    if is_decision(entry) and (graph := explored(entry)):
        of_routes = never_or_always(graph, expected=False)
        strange = set(_naming_nothing(entry))
        for spot in chain(of_routes, parts_never_or_always(graph, expected=False)):
            if spot.trail not in strange:
                yield _problem(entry.place(*spot.trail), spot.way)
    elif is_guide(entry):
        for trail in where_written(entry, judge(entry).never):
            if not names_step(trail):
                yield _problem(entry.place(*trail), ())


def _naming_nothing(entry: Entry[Decision]) -> Iterator[Trail]:
    """List the conditions that name what is not there: that is why, and is told."""
    domains = domains_of(entry.value)
    for trail, when in conditions_in(entry):
        if any(not leaf.options <= {*domains.get(leaf.question, ())} for leaf in leaves(when)):
            yield trail


def _problem(place: Place, way: Way) -> Problem:
    message = "this condition never holds"
    hint = "mend it, or delete what it stands at"
    return Problem(place, message, code="condition-never", hint=hint, answers=way)

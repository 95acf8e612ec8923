"""Nobody is left at “sorry”: every outcome but *done* has a way on.

That is a guide to go on with, or something in `next`: another decision, a guide, a channel.

Wrong:

    content/decisions/gorge.yaml
    outcomes:
      bridge: {kind: act, title: 过桥, text: 走吧。, guide: {id: bridge}}
      wait: {kind: refused, title: 不能过, text: 没办法。}

Right:

    content/decisions/gorge.yaml
    outcomes:
      bridge: {kind: act, title: 过桥, text: 走吧。, guide: {id: bridge}}
      wait: {kind: refused, title: 不能过, text: 打电话问。, next: [channel.keeper.hotline]}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog
from guideway.decisions.state_graph import explored
from guideway.problems import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every outcome at which a reader would be left alone."""
    for entry, graph in explored(catalog):
        for name, outcome in entry.value.outcomes.items():
            if not outcome.stands():
                ways = [state.way for state in graph.at(name)]
                yield Problem(
                    entry.key_place("outcomes", name),
                    f"the outcome “{name}” ({outcome.kind}) has no way on",
                    code="no-next-route",
                    hint="give it a `guide`, or something in `next`",
                    answers=ways[0] if ways else (),
                )

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

from guideway.catalog import Catalog, Entry
from guideway.decisions.state_graph import explored
from guideway.decisions.text_proofs import stranded
from guideway.model.texts import Part
from guideway.problems import Problem


def check_piece(_: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find every outcome at which a reader would be left alone."""
    graph = explored(entry)
    if graph is None:
        return
    for spot in stranded(graph):
        kind = graph.decision.outcomes[spot.subject].kind
        yield Problem(
            entry.key_place(*spot.trail),
            f"the outcome “{spot.subject}” ({kind}) has no way on",
            code="no-next-route",
            hint="give it a `guide`, or something in `next`",
            answers=spot.way,
            about=spot.subject,
        )

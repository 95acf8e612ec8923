"""Which orders of two answers make a difference: less than the other, as much, or more.

Three options stand for a band of what is compared with another answer. They are told apart where
something ahead still looks at that, and the other answer lies in the same band. Elsewhere the first
stands for all of the band, or there would be ways that nobody can go.
"""

from collections.abc import Iterator

from guideway.decisions.coming import Coming
from guideway.decisions.routes import Sight
from guideway.model.conditions import Answers, leaves, residual
from guideway.model.values import Band, bands, beside


def told_apart(coming: Coming, node: str, sight: Sight, before: Answers) -> list[str]:
    """List the options of a question that are told apart after what was answered before."""
    question = coming.decision.questions[node]
    if beside(question) is None:
        return list(question.answers)
    apart = {*_starts(coming, node, sight, before)}
    ordered = ((name, band.least) for name, band in bands(question) if band.order)
    first: dict[int, str] = {}
    alike = {n: first.setdefault(start, n) for n, start in ordered if start not in apart}
    return [name for name in question.answers if alike.get(name, name) == name]


def _starts(coming: Coming, node: str, sight: Sight, before: Answers) -> Iterator[int]:
    """Say where the bands begin of which something ahead looks at the order, or is worked out."""
    asked = coming.decision.questions
    ordered = {name: band.least for name, band in bands(asked[node]) if band.order}
    other = beside(asked[node]) or ""
    known = {other: "", **before}
    settled = {name: said for name, said in known.items() if name not in sight.nodes}
    left = (residual(when, settled) for when in sight.conditions)
    for leaf in (leaf for when in left for leaf in leaves(when) if leaf.question == node):
        inside = {ordered[name] for name in ordered.keys() & leaf.options}
        yield from inside & {ordered[name] for name in ordered.keys() - leaf.options}
    there = asked[other].options.get(known[other])
    if isinstance(there, Band) and not {node, other}.isdisjoint(coming.ahead({node, *sight.nodes})):
        yield there.least

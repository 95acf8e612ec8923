"""Ties between pages that share something: a topic, a provider, a record, a decision, words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import log

from guideway.catalog import Catalog, Entry
from guideway.model.guides import Guide
from guideway.model.records import Fact
from guideway.model.related import RelationKind
from guideway.related.relations import REASONS, Relation, suggested

Feature = tuple[str, str]
"""A reason, and what is shared: ("provider", "provider.keeper")."""
Pair = tuple[str, str]
"""The names of two pages, the smaller first."""

CROWD = 24
"""A feature that more pages share does not make neighbours of them all: see `_meeting`."""
NEAR = 3
"""How many of those that come next by name meet in a crowd."""


def features_of(
    catalog: Catalog, grounds: Mapping[str, Mapping[str, Entry[Fact]]]
) -> dict[str, set[Feature]]:
    """Name what each page has that others may have as well; `grounds` are its records.

    A hotline says whom to call, not what about: channels tie nothing together.
    """
    found: dict[str, set[Feature]] = {}
    for entry in suggested(catalog):
        found[entry.name] = {("topic", f"topic.{entry.value.topic}")}
        found[entry.name] |= {
            ("record", name) for name in grounds[entry.name] if not name.startswith("channel.")
        }
        if isinstance(entry.value, Guide):
            found[entry.name] |= _of_guide(entry.value)
    for decision in catalog.decisions:
        guides = {h.id for o in decision.value.outcomes.values() for _, h in o.handovers()}
        for guide in guides:
            if f"guide.{guide}" in found:
                found[f"guide.{guide}"].add(("siblings", decision.name))
    return found


def shared(features: Mapping[str, set[Feature]], pairs: Iterable[Pair] = ()) -> Iterator[Relation]:
    """List the ties of all pairs that meet in a feature, and of further pairs.

    Only pages that meet are compared, so the work grows with the pages and not with their pairs.
    """
    members: defaultdict[Feature, list[str]] = defaultdict(list)
    for page in sorted(features):
        for feature in features[page]:
            members[feature].append(page)
    met = {pair for feature in members for pair in _meeting(members[feature])}
    for here, there in sorted(met.union(pairs)):
        both = features[here] & features[there]
        if any(reason == "provider" for reason, _ in both):
            both = {feature for feature in both if feature[0] != "elsewhere"}
        for feature in sorted(both):
            share = _rarity(len(members[feature]), len(features))
            if share > 0:
                yield _bond(here, there, feature, share)


def as_kind(here: str, there: str, kind: RelationKind) -> RelationKind:
    """Say what a page is to the reader of another with which it shares something."""
    if there.startswith("warning."):
        return "beware"
    if there.startswith("decision."):
        return "another-way" if here.startswith("decision.") else "explains"
    return {"guide": kind, "decision": "next", "warning": "another-way"}[here.partition(".")[0]]


def _of_guide(guide: Guide) -> set[Feature]:
    return {
        ("provider", f"provider.{guide.provider}"),
        ("action", f"action.{guide.action}"),
        ("elsewhere", f"topic.{guide.topic} action.{guide.action}"),
    }


def _meeting(members: list[str]) -> Iterator[Pair]:
    """Pair those who share a feature: each with each, or in a crowd with the next by name."""
    reach = len(members) if len(members) <= CROWD else NEAR
    for position, here in enumerate(members):
        for there in members[position + 1 : position + 1 + reach]:
            yield here, there


def _rarity(members: int, pages: int) -> float:
    """Give 1 for what only two pages share, 0 for what all have."""
    return log(pages / members) / log(pages / 2) if pages > 2 else 1  # noqa: PLR2004 - a pair


def _bond(here: str, there: str, feature: Feature, share: float) -> Relation:
    reason, _ = feature
    kind, back, weight, returned = REASONS[reason]
    return Relation(
        here,
        there,
        reason,
        as_kind(here, there, kind),
        as_kind(there, here, back),
        weight * share,
        returned,
    )

"""Who belongs together, and why: the few pages that each page shows at its end.

Ties are bonds (`written`, `shared`, `alike`), two pages with their bonds are a pairing, and of the
pairings the lists are chosen. Everything is found through what pages share; no page is compared
with all others. The same catalog gives the same lists.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial

from guideway.catalog import Catalog
from guideway.catalog.cited_records import due, grounds
from guideway.related.alike import alike
from guideway.related.choosing import FEW, Lists, choose
from guideway.related.pairing import PairScore, RelatedLink, pairings
from guideway.related.relations import Relation, suggested
from guideway.related.shared import Pair, features_of, shared
from guideway.related.written import pinned, written

__all__ = ["Passed", "Related", "RelatedLink", "Shown", "relate"]

LISTS = ("main", "fails", "beware")
"""The lists of a page, in the order in which they are shown."""

Shown = Mapping[str, tuple[RelatedLink, ...]]
"""What a page shows of others: by list_name, in the order of LISTS; what is empty is left out."""


@dataclass(frozen=True)
class Passed:
    """A page that is tied to another and not shown there."""

    pairing: PairScore
    refusal: str
    """`blocked`, `overdue`, `full`, `hub`, or `unreturned`: the other page has no room for it."""


@dataclass(frozen=True)
class Related:
    """What one page shows of others."""

    lists: Shown
    pairings: tuple[PairScore, ...]
    """Everything that ties it to other pages, the strongest first."""
    _refusal: Callable[[PairScore], str] = field(repr=False, compare=False)

    @property
    def passed(self) -> tuple[Passed, ...]:
        """What is tied to it and not shown, the strongest first."""
        found = ((pairing, self._refusal(pairing)) for pairing in self.pairings)
        return tuple(
            Passed(pairing, why or "unreturned") for pairing, why in found if why != "shown"
        )


def relate(catalog: Catalog) -> Mapping[str, Related]:
    """Find what every guide, decision and warning page shows of others, as of the catalog's day."""
    rests_on = {entry.name: grounds(catalog, entry) for entry in suggested(catalog)}
    silent = {e.name for e in suggested(catalog) if due(e, rests_on[e.name]) < catalog.day}
    spoken = [*pinned(catalog), *written(catalog)]
    pairs = {(min(b.here, b.there), max(b.here, b.there)) for b in spoken}
    bonds = [*spoken, *shared(features_of(catalog, rests_on), pairs)]
    bonds += alike(catalog, _lonely(catalog, bonds))
    found = pairings(bonds)
    lists = choose(found, Lists(len(rests_on), silent, _blocked(catalog)))
    of_page: dict[str, list[PairScore]] = {name: [] for name in rests_on}
    for pairing in found:
        for page in pairing.pages:
            of_page[page].append(pairing)
    return {name: _related(name, of_page[name], lists) for name in rests_on}


def _lonely(catalog: Catalog, bonds: Iterable[Relation]) -> set[str]:
    """Name the pages with few neighbours."""
    pairs = {frozenset((bond.here, bond.there)) for bond in bonds}
    neighbours = Counter(page for pair in pairs for page in pair)
    return {entry.name for entry in suggested(catalog) if neighbours[entry.name] < FEW}


def _blocked(catalog: Catalog) -> set[Pair]:
    return {
        (min(entry.name, other), max(entry.name, other))
        for entry in suggested(catalog)
        for other in entry.value.related.block
    }


def _related(here: str, tied: list[PairScore], lists: Lists) -> Related:
    chosen = {
        list_name: tuple(
            sorted(
                (link for link in lists.links[here] if link.list_name == list_name),
                key=lambda link: (-link.score, link.page),
            )
        )
        for list_name in LISTS
    }
    return Related(
        {list_name: links for list_name, links in chosen.items() if links},
        tuple(tied),
        partial(lists.refusal, here=here),
    )

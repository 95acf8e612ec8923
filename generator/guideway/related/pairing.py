"""Two pages with everything that ties them, and what each shows of the other."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from guideway.model.conditions import Condition, alternatives
from guideway.model.related import RelationKind
from guideway.related.relations import REASONS, Relation
from guideway.related.shared import Pair

_ORDER = list(REASONS)
_SPOKEN = frozenset(_ORDER[: _ORDER.index("siblings")])
"""The reasons that an author wrote."""


@dataclass(frozen=True)
class RelatedLink:
    """One page shown beside another."""

    page: str
    """The name of the page that is shown."""
    kind: RelationKind
    """What it is to the reader."""
    is_back: bool
    """Whether it is the other page that speaks of this one."""
    bond: Relation
    """What decides its kind: what the author of this page wrote, else what ties the two most."""
    said: str
    """When or why to go there in that author's words, if they hold for all that was written."""
    score: float
    when: Condition | None
    """The answers that make it apply; without it, always."""

    @property
    def list_name(self) -> str:
        """The list it stands in: `fails`, `beware`, or `main` for all others."""
        return self.kind if self.kind in {"fails", "beware"} else "main"


@dataclass(frozen=True)
class PairScore:
    """Two pages with everything that ties them."""

    bonds: tuple[Relation, ...]
    """The strongest first."""
    scores: tuple[float, ...]
    """What they weigh together for the reader of each, in the order of `pages`."""

    @cached_property
    def score(self) -> float:
        """What they weigh for both."""
        return sum(self.scores)

    @cached_property
    def pages(self) -> Pair:
        """The two names, sorted."""
        return _pair(self.bonds[0])

    def link(self, here: str) -> RelatedLink:
        """Give what one of the two shows of the other.

        Of two decisions that lead to each other, the one that does so more often goes before.
        """
        own = self._own(here)
        bond = (own or self.bonds)[0]
        if bond.reason == self.bonds[0].reason == "hand-on":
            bond = self.bonds[0]
        is_back = bond.here != here
        page, kind = (bond.here, bond.back) if is_back else (bond.there, bond.kind)
        score = self.scores[self.pages.index(here)]
        when = alternatives([each.when for each in own]) if own else None
        return RelatedLink(page, kind, is_back, bond, _said(own), score, when)

    def weights(self, here: str) -> dict[str, float]:
        """Say what each reason weighs for the reader of one of the two."""
        return weights(self.bonds, here)

    def is_spoken(self, here: str) -> bool:
        """Say whether the author of one of the two wrote about the other."""
        return bool(self._own(here))

    def _own(self, here: str) -> list[Relation]:
        """List what the author of one of the two wrote about the other, the strongest first.

        What is needed before anything else can be done decides, whatever else was written.
        """
        own = (bond for bond in self.bonds if bond.here == here and bond.reason in _SPOKEN)
        return sorted(own, key=lambda bond: bond.reason not in {"pin", "first"})


def pairings(bonds: Iterable[Relation]) -> list[PairScore]:
    """Gather the bonds of each two pages, the strongest two pages first."""
    found: defaultdict[Pair, list[Relation]] = defaultdict(list)
    for bond in bonds:
        found[_pair(bond)].append(bond)
    gathered = [
        PairScore(_sorted(tied), tuple(sum(weights(tied, page).values()) for page in pages))
        for pages, tied in found.items()
    ]
    return sorted(gathered, key=lambda pairing: (-pairing.score, pairing.pages))


def weights(bonds: Iterable[Relation], page: str) -> dict[str, float]:
    """Say what each reason weighs for the reader of a page, the heaviest first.

    Each further bond of the same reason counts half of the one before.
    """
    found: defaultdict[str, list[float]] = defaultdict(list)
    for bond in bonds:
        found[bond.reason].append(bond.weight_on(page))
    total = {
        reason: sum(w * 0.5**number for number, w in enumerate(sorted(same, reverse=True)))
        for reason, same in found.items()
    }
    return dict(sorted(total.items(), key=lambda item: (-item[1], _ORDER.index(item[0]))))


def _said(own: Sequence[Relation]) -> str:
    """Give the words of a pin; of a trouble, if nothing else leads to the same page."""
    reason = own[0].reason if own else ""
    same = {bond.said for bond in own if bond.kind == own[0].kind}
    return own[0].said if reason == "pin" or (reason == "trouble" and len(same) == 1) else ""


def _pair(bond: Relation) -> Pair:
    return min(bond.here, bond.there), max(bond.here, bond.there)


def _sorted(bonds: Sequence[Relation]) -> tuple[Relation, ...]:
    """Put first what one author wrote most strongly; of the same, what stands first on the page."""
    groups: defaultdict[tuple[str, str], list[Relation]] = defaultdict(list)
    for bond in bonds:
        groups[bond.here, bond.reason].append(bond)
    total = {group: sum(weights(same, group[0]).values()) for group, same in groups.items()}
    return tuple(
        sorted(
            bonds,
            key=lambda b: (-total[b.here, b.reason], _ORDER.index(b.reason), b.here, -b.weight),
        )
    )

"""Of all pages that are tied together, the few that are shown beside each other."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from guideway.related.pairing import PairScore, RelatedLink
from guideway.related.shared import Pair

ROOM = {"main": 5, "fails": 3, "beware": 2}
"""How many links each list of a page has room for."""
LEAST = 10
"""What two pages must weigh together to be shown on each other, unless that joins all pages."""
NEAR = 5
"""What a page that is merely near must weigh for the reader to whom it is, to be shown so."""
FEW = 2
"""A page with fewer links in the main list may show pages that have no room to show it."""
HUB = 12
"""In how many lists of one sort the same page may stand; on large sites, in one of `HUB_SHARE`."""
HUB_SHARE = 4


class Lists:
    """The lists of every page, while they are filled."""

    def __init__(self, pages: int, silent: AbstractSet[str], blocked: AbstractSet[Pair]) -> None:
        """Start empty; a `silent` page is shown nowhere, a `blocked` pair not on each other."""
        self.links: defaultdict[str, list[RelatedLink]] = defaultdict(list)
        self._most = max(HUB, pages // HUB_SHARE)
        self._silent = silent
        self._blocked = blocked
        self._shown: Counter[tuple[str, str]] = Counter()

    def refusal(self, pairing: PairScore, here: str) -> str:
        """Say why one of two pages does not show the other; nothing if it could."""
        if pairing.pages in self._blocked:
            return "blocked"
        link = pairing.link(here)
        if link.page in self._silent:
            return "overdue"
        if any(link.page == other.page for other in self.links[here]):
            return "shown"
        if self.filled(here, link.list_name) >= ROOM[link.list_name]:
            return "full"
        return "hub" if self._shown[link.page, link.list_name] >= self._most else ""

    def show(self, pairing: PairScore, here: str) -> bool:
        """Show the other page on one of the two, if nothing is against it."""
        link = pairing.link(here)
        fits = not self.refusal(pairing, here)
        if fits:
            self.links[here].append(link)
            self._shown[link.page, link.list_name] += 1
        return fits

    def show_both(self, pairing: PairScore) -> bool:
        """Show two pages on each other, if nothing is against either; say whether they are."""
        against = {self.refusal(pairing, page) for page in pairing.pages}
        if against == {""}:
            for page in pairing.pages:
                self.show(pairing, page)
        return against <= {"", "shown"} and len(against) == 1

    def filled(self, here: str, list_name: str) -> int:
        """Count the links of one list."""
        return sum(link.list_name == list_name for link in self.links[here])


def choose(found: Sequence[PairScore], lists: Lists) -> Lists:
    """Fill the lists: pins first, then what joins all pages, then the strongest, then one way.

    `found` comes strongest first. Links go both ways as long as both pages have room; where an
    author wrote the tie, or a page has few links, one may go one way.
    """
    for pairing in found:
        if pairing.bonds[0].reason == "pin":
            lists.show(pairing, pairing.bonds[0].here)
    _join(found, lists)
    for pairing in found:
        if pairing.score >= LEAST and not any(_is_far(pairing.link(p)) for p in pairing.pages):
            lists.show_both(pairing)
    for pairing in found:
        for here in pairing.pages:
            if pairing.is_spoken(here) or lists.filled(here, "main") < FEW:
                lists.show(pairing, here)
    return lists


def _is_far(link: RelatedLink) -> bool:
    return link.kind == "same-problem" and link.score < NEAR


def _join(found: Sequence[PairScore], lists: Lists) -> None:
    """Show what joins groups of pages: a spanning forest of the strongest links (Kruskal, 1956).

    As each of its links goes both ways, every page it joins can be reached from every other.
    """
    parent: dict[str, str] = {}

    def group(page: str) -> str:
        while (above := parent.get(page, page)) != page:
            parent[page] = parent.get(above, above)
            page = above
        return page

    for pairing in found:
        here, there = (group(page) for page in pairing.pages)
        if here != there and lists.show_both(pairing):
            parent[here] = there

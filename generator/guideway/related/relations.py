"""What ties two pages together, and what each then is to the reader of the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from guideway.catalog import Catalog, Entry
from guideway.model.conditions import Condition
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.related import RelationKind
from guideway.model.warnings import WarningPage

Suggested = Entry[Guide] | Entry[Decision] | Entry[WarningPage]
"""What can be shown beside a page."""


class Reason(NamedTuple):
    """Why two pages belong together."""

    kind: RelationKind
    """What the other page is to the reader of the one that speaks of it."""
    back: RelationKind
    """What this one is to the reader of the other."""
    weight: float
    returned: float = 1
    """Which share of the weight it has for the reader of the other."""


REASONS = {
    "pin": Reason("next", "same-problem", 100, 0.02),
    "then": Reason("next", "same-problem", 6, 0.5),
    "first": Reason("before", "next", 5, 0.25),
    "unless": Reason("another-way", "same-problem", 5, 0.25),
    "trouble": Reason("fails", "same-problem", 4, 0.25),
    "step-fails": Reason("fails", "same-problem", 5, 0.25),
    "late": Reason("fails", "same-problem", 4, 0.25),
    "turn": Reason("fails", "same-problem", 4, 0.25),
    "step": Reason("details", "same-problem", 4, 0.5),
    "choice": Reason("explains", "same-problem", 4, 0.5),
    "mention": Reason("explains", "same-problem", 2.5, 0.5),
    "trap": Reason("beware", "same-problem", 4, 0.5),
    "rescue": Reason("next", "beware", 5, 0.8),
    "instead": Reason("another-way", "beware", 5, 0.8),
    "outcome": Reason("next", "explains", 5),
    "hand-on": Reason("next", "explains", 5),
    "way-on": Reason("next", "explains", 3),
    "siblings": Reason("another-way", "another-way", 2),
    "elsewhere": Reason("same-problem", "same-problem", 1.5),
    "record": Reason("same-problem", "same-problem", 0.6),
    "provider": Reason("same-provider", "same-provider", 1),
    "topic": Reason("same-problem", "same-problem", 1.5),
    "action": Reason("same-problem", "same-problem", 0.5),
    "alike": Reason("same-problem", "same-problem", 0.5),
}
"""First what an author wrote, then what both pages share, the likeness of their words last. The
weights were set on the labelled pages in `tests/related/labels/`; see docs/decisions/0011."""


@dataclass(frozen=True)
class Relation:
    """One thing that ties two pages together."""

    here: str
    """The name of the page that speaks of the other; either, if they share something."""
    there: str
    reason: str
    """A key of REASONS."""
    kind: RelationKind
    """What `there` is to the reader of `here`."""
    back: RelationKind
    """What `here` is to the reader of `there`."""
    weight: float
    """What it weighs for the reader of `here`."""
    returned: float = 1
    """Which share of that it weighs for the reader of `there`."""
    said: str = ""
    """When or why to go there, in the words of the author of `here`, if there are such words."""
    when: Condition | None = None
    """The answers given `here` that make it apply; without it, always."""

    def weight_on(self, page: str) -> float:
        """Say what it weighs for the reader of one of the two pages."""
        return self.weight * (1 if page == self.here else self.returned)


def suggested(catalog: Catalog) -> Iterator[Suggested]:
    """List the pages that can be shown beside others, and beside which others are shown."""
    yield from catalog.guides
    yield from catalog.decisions
    yield from catalog.warnings

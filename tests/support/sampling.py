"""What is dear: `make test` does a part of it, another one in each run; `make audit` all of it.

Which part hangs on the seed alone, so a red run can be repeated: `pytest --sample-seed=…`.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Collection, Hashable, Iterable
from typing import TypeVar

SEED = "SAMPLE_SEED"
"""The variable of the environment that tells the seed to every process of a run."""
WHOLE = "whole"
"""The seed of a run that leaves nothing out."""

SHARE = "SAMPLE_SHARE"
"""The variable that says how much of a share is drawn: `make check` draws half of `make test`."""
DEAR = 1 / 3
"""So often is in a run what is dear and has no rows to draw from."""

Item = TypeVar("Item")
Kinds = Callable[[Item], Collection[Hashable]]


def drawn_seed(wanted: str | None) -> str:
    """Give the seed of this run: the one that is wanted, or another each time."""
    return wanted or os.environ.get(SEED) or str(random.SystemRandom().randrange(1_000_000))


def sample(
    name: str, items: Iterable[Item], share: float, kinds: Kinds[Item] | None = None
) -> list[Item]:
    """Draw a share of some items, at least one of each kind, in their order.

    An item may be of several kinds. Items of the same name are drawn alike in all processes of a
    run.
    """
    part = share * float(os.environ.get(SHARE, "1"))
    return draw(os.environ.get(SEED, WHOLE), name, list(items), part, kinds)


def is_drawn(name: str) -> bool:
    """Say whether something dear is in this run, alone or with whatever else."""
    seed = os.environ.get(SEED, WHOLE)
    return seed == WHOLE or random.Random(f"{seed} {name}").random() < DEAR  # noqa: S311 - no secret


def third(name: str, items: list[Item]) -> list[Item]:
    """Draw a third of some items, whatever share is drawn."""
    return draw(os.environ.get(SEED, WHOLE), name, items, 1 / 3, None)


def tries(many: int) -> int:
    """Give how often something made up by chance is tried: less often where less is drawn."""
    return max(10, round(many * float(os.environ.get(SHARE, "1"))))


def draw(
    seed: str, name: str, items: list[Item], share: float, kinds: Kinds[Item] | None = None
) -> list[Item]:
    """Do so by a seed: first who brings a kind that is not there yet, then anybody."""
    if seed == WHOLE:
        return items
    order = list(range(len(items)))
    random.Random(f"{seed} {name}").shuffle(order)  # noqa: S311 - no secret
    seen = set[Hashable]()
    chosen = set[int]()
    for place in order:
        brought = {*kinds(items[place])} if kinds else set()
        if not brought <= seen:
            seen |= brought
            chosen.add(place)
    others = [place for place in order if place not in chosen]
    few = max(1, round(share * len(items)))
    chosen.update(others[: max(0, few - len(chosen))])
    return [item for place, item in enumerate(items) if place in chosen]

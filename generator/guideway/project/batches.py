"""Many pages go to the engine in batches, side by side: a process for each."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

from guideway.editions.website.navigation import Ways
from guideway.project.engine import Setup, run_engine, write_input
from guideway.project.site_files import MadeFiles

_BATCH = 800
"""Fewer pages are not worth another engine: to start takes as long as 300 pages."""


def made_in_batches(
    setup: Setup, navigation: Ways, texts: Mapping[str, str], day: date, lock: int
) -> MadeFiles:
    """Let engines make pages, and what stands beside them: path → content.

    `texts` are path and Markdown of each page; those that the navigation names are given to all.
    """
    named = frozenset(paths_of(navigation))
    others = [path for path in texts if path not in named]

    def made(number: int, batch: AbstractSet[str]) -> Path:
        room = setup.room if number == 0 else setup.room.with_name(f"{setup.room.name}-{number}")
        given = ((path, text) for path, text in texts.items() if path in named or path in batch)
        settings = write_input(replace(setup, room=room), navigation, given, {})
        return run_engine(settings, day, lock, setup.engine)

    many = max(1, min(setup.jobs, len(others) // _BATCH))
    batches = [frozenset(others[number::many]) for number in range(many)]
    with ThreadPoolExecutor(many) as side_by_side:
        return MadeFiles(*side_by_side.map(made, range(many), batches))


def paths_of(navigation: Ways) -> Iterator[str]:
    """List the pages that the navigation names."""
    for way in navigation:
        for there in way.values():
            if isinstance(there, str):
                yield there
            else:
                yield from paths_of(cast("Ways", there))

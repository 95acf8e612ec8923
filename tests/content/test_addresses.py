"""Whatever place of a guide was ever published, its address still leads to what it said."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.support.data import read_data
from tests.support.ours import our_catalog

ADDRESSES = Path(__file__).parent / "addresses.yaml"
HEAD = """\
# Places of guides that have been published, as in `guides/<id>/#<place>`. Who merges or renames a
# step, a day or a letter keeps its id under `aliases`. Nothing is taken out of `published`; what a
# guide says no more, and no other step has taken over, is under `gone`: such an address opens the
# guide at its head. `pytest tests/content/test_addresses.py -n0 --update` adds new places.
"""
KINDS = {"steps": "step", "deadlines": "deadline", "letters": "letter"}


def _there() -> set[str]:
    """List the places of all guides, under all of their names."""
    return {
        f"{entry.id}/#{kind}-{name}"
        for entry in our_catalog().guides
        for key, kind in KINDS.items()
        for part in getattr(entry.value, key)
        for name in (part.id, *part.aliases)
    }


def test_what_was_published_still_leads_somewhere(update: bool) -> None:
    known = read_data(ADDRESSES)
    published, gone, there = {*known["published"]}, {*known["gone"]}, _there()
    if update:
        grown = {"published": sorted(published | there), "gone": sorted(gone)}
        ADDRESSES.write_text(HEAD + yaml.safe_dump(grown, sort_keys=False), encoding="utf-8")
        return

    assert published - gone - there == set()
    assert there - published == set()
    assert gone & there == set()

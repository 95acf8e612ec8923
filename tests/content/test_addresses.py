"""Whatever place of a guide was ever published, its address still leads to what it said."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.support.data import read_data
from tests.support.ours import our_catalog

ADDRESSES = Path(__file__).parent / "addresses.yaml"
HEAD = """\
# Places of guides that have been published, as in `guides/<id>/#<place>`. Who merges or renames a step, a day or a letter
# keeps its id under `aliases`. Places are never taken out here; what a guide says no more, and no other step has taken
# over, is under `gone`: such an address opens the guide at its head. `pytest tests/content/test_addresses.py -n0 --update` adds new ones.
"""
KINDS = {"steps": "step", "deadlines": "deadline", "letters": "letter"}


def _places() -> dict[str, set[str]]:
    """List the places that each guide has, under all of their names."""
    return {
        entry.id: {
            f"{kind}-{name}"
            for key, kind in KINDS.items()
            for part in getattr(entry.value, key)
            for name in (part.id, *part.aliases)
        }
        for entry in our_catalog().guides
    }


def test_what_was_published_still_leads_somewhere(update: bool) -> None:
    known = read_data(ADDRESSES)
    there = _places()
    if update:
        listed = known["published"]
        grown = {id_: sorted({*listed.get(id_, ()), *there[id_]}) for id_ in sorted(there)}
        written = yaml.safe_dump({**known, "published": grown}, width=120, sort_keys=False)
        ADDRESSES.write_text(HEAD + written, encoding="utf-8")
        return

    published = {id_: set(places) for id_, places in known["published"].items()}
    gone = {id_: set(places) for id_, places in known["gone"].items()}
    lost = {id_: published[id_] - gone.get(id_, set()) - there[id_] for id_ in published}
    assert {id_: places for id_, places in lost.items() if places} == {}
    assert {id_: there[id_] - published.get(id_, set()) for id_ in there} == dict.fromkeys(
        there, set()
    )
    assert {id_: places & there[id_] for id_, places in gone.items()} == dict.fromkeys(gone, set())

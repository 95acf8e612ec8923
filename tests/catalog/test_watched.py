"""A catalog that is watched says what it was asked, and answers are told apart by what they say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guideway.catalog import Catalog
from guideway.catalog.digests import digest
from guideway.catalog.watched import WatchedCatalog, answers_of, watched
from guideway.reports.examination import examine
from tests.support.world import DAY, World

GUIDE = "content/guides/bridge.yaml"
RECORDS = "content/records/bridge.yaml"
GORGE = "content/decisions/gorge.yaml"
DAYS = """questions:
  days:
    ask: 几天前问的
    kind: number
    range: [0, 30]
    unit: day
    go:
      - {when: {days: {at_most: period.answer}}, go: bridge}
      - {when: {days: {over: period.answer}}, go: wait}
"""

ASKED: dict[str, tuple[Callable[[WatchedCatalog], object], set[str]]] = {
    "a name": (lambda catalog: catalog.entries["guide.bridge"], {"guide.bridge"}),
    "a name that may not be there": (lambda catalog: catalog.get("guide.ford"), {"guide.ford"}),
    "whether a name is there": (lambda catalog: "guide.x" in catalog.entries, {"guide.x"}),
    "all of a kind": (lambda catalog: catalog.guides, {"*.Guide"}),
    "all there is": (lambda catalog: list(catalog.entries), {"*"}),
    "how many there are": (lambda catalog: len(catalog.entries), {"*"}),
    "what somebody found in all of it": (lambda catalog: catalog.names("guide"), {"*"}),
    "what was put aside": (lambda catalog: catalog.held(dict), set()),
}


@pytest.mark.parametrize("name", ASKED)
def test_what_is_asked_is_written_down(name: str, world: World) -> None:
    ask, asked = ASKED[name]
    catalog = _catalog(world)
    seen = watched(catalog)
    ask(seen)

    assert seen.asked == asked
    assert (seen.day, seen.media) == (catalog.day, catalog.media)


@pytest.mark.parametrize(
    ("asked", "differs"),
    [
        ("guide.bridge", True),
        ("*.Guide", True),
        ("*", True),
        ("guide.ford", False),
        ("warning.troll", False),
        ("*.Decision", False),
    ],
)
def test_an_answer_is_another_when_what_was_asked_for_says_something_else(
    asked: str, differs: bool, world: World
) -> None:
    before, again = _catalog(world), _catalog(world)
    after = _catalog(world.amended(GUIDE, "goal: 走到对岸，带着椰子。"))

    assert answers_of(before, [asked]) == answers_of(again, [asked])
    assert (answers_of(before, [asked]) != answers_of(after, [asked])) == differs


def test_one_record_of_a_file_is_another_and_its_neighbours_are_the_same(world: World) -> None:
    text = world.files[RECORDS].decode()
    names = [entry.name for entry in _catalog(world).records]
    label = _catalog(world).records[0].value.label
    changed = _catalog(world.having(RECORDS, text.replace(label, f"{label}了", 1).encode()))
    differing = [
        name for name in names if answers_of(_catalog(world), [name]) != answers_of(changed, [name])
    ]

    assert differing == names[:1]


def test_a_decision_is_another_when_a_record_cuts_its_bands_elsewhere(world: World) -> None:
    """What is typed is compared with the period: the conditions of the decision hold its days."""
    asking = world.amended(GORGE, DAYS)
    longer = asking.having(RECORDS, asking.files[RECORDS].replace(b"number: 3", b"number: 4"))
    before, after = (_catalog(each).entries["decision.gorge"] for each in (asking, longer))

    assert before.document.data == after.document.data
    assert digest(before) != digest(after)


def _catalog(world: World) -> Catalog:
    return examine(world.shelf(), DAY)[0]

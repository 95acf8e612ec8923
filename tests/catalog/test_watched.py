"""A catalog that is watched says what it was asked, and answers are told apart by what they say."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import pytest

from guideway.catalog import Catalog
from guideway.catalog.digests import digest
from guideway.catalog.watched import WatchedCatalog, answers_of, watched
from guideway.catalog.watched_entries import FIELD
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

IS_THERE = FIELD
ASKED: dict[str, tuple[Callable[[WatchedCatalog], object], set[str]]] = {
    "a name": (lambda catalog: catalog.entries["guide.bridge"], {f"guide.bridge{IS_THERE}"}),
    "a name that may not be there": (
        lambda catalog: catalog.get("guide.ford"),
        {f"guide.ford{IS_THERE}"},
    ),
    "whether a name is there": (
        lambda catalog: "guide.x" in catalog.entries,
        {f"guide.x{IS_THERE}"},
    ),
    "a field": (
        lambda catalog: _value(catalog).title,
        {f"guide.bridge{IS_THERE}", f"guide.bridge{FIELD}title"},
    ),
    "a field of each of a kind": (
        lambda catalog: [entry.value.summary for entry in catalog.guides],
        {"*.Guide", f"guide.bridge{FIELD}summary"},
    ),
    "what a method of a piece reads": (
        lambda catalog: catalog.decisions[0].value.first,
        {"*.Decision", f"decision.gorge{FIELD}questions", f"decision.gorge{FIELD}start"},
    ),
    "where a piece was written": (
        lambda catalog: catalog.entries["guide.bridge"].place("title"),
        {"guide.bridge"},
    ),
    "all texts of a piece": (
        lambda catalog: catalog.entries["guide.bridge"].texts,
        {"guide.bridge"},
    ),
    "what somebody found in all of a piece": (
        lambda catalog: catalog.entries["guide.bridge"].kept(digest),
        {"guide.bridge"},
    ),
    "whether a piece says the same as another": (
        lambda catalog: _value(catalog) == 1,
        {"guide.bridge"},
    ),
    "another piece of the same words": (
        lambda catalog: _value(catalog).model_copy(update={"title": "a"}),
        {"guide.bridge"},
    ),
    "a piece as data": (lambda catalog: _value(catalog).model_dump(), {"guide.bridge"}),
    "all fields of a piece": (lambda catalog: dict(_value(catalog)), {"guide.bridge"}),
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

    assert {*seen.questions} == asked
    assert (seen.day, seen.media) == (catalog.day, catalog.media)


def test_a_watched_value_says_of_each_field_what_the_value_says(world: World) -> None:
    """Of every piece and field; it is of the same kind, and goes to another process as itself."""
    catalog = _catalog(world)
    for name, entry in catalog.entries.items():
        seen = watched(catalog)
        value = seen.entries[name].value
        for field in type(entry.value).model_fields:
            assert getattr(value, field) == getattr(entry.value, field)
            assert f"{name}{FIELD}{field}" in seen.questions
        assert isinstance(value, type(entry.value))
        assert pickle.loads(pickle.dumps(value)) == value == entry.value  # noqa: S301 - our own
    provider = watched(catalog).entries["provider.keeper"].value
    assert {provider} == {catalog.entries["provider.keeper"].value}


def test_of_the_piece_that_is_made_all_is_asked(world: World) -> None:
    catalog = _catalog(world)
    seen = watched(catalog, whole="guide.bridge")

    assert seen.entries["guide.bridge"] is catalog.entries["guide.bridge"]
    assert seen.questions == ("guide.bridge",)


@pytest.mark.parametrize(
    ("asked", "differs"),
    [
        ("guide.bridge", True),
        (f"guide.bridge{FIELD}goal", True),
        (f"guide.bridge{FIELD}title", False),
        (f"guide.bridge{IS_THERE}", False),
        ("*.Guide", False),
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


def test_which_pieces_there_are_is_another_answer_when_one_comes(world: World) -> None:
    more = _catalog(world.having("content/guides/ford.yaml", world.files[GUIDE]))
    asked = ["*.Guide", f"guide.ford{IS_THERE}", "*.Decision"]
    before, after = answers_of(_catalog(world), asked), answers_of(more, asked)

    assert [name for name in asked if before[name] != after[name]] == asked[:2]


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


def _value(catalog: Catalog) -> Any:
    return catalog.entries["guide.bridge"].value


def _catalog(world: World) -> Catalog:
    return examine(world.shelf(), DAY)[0]

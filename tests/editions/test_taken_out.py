"""What an author writes in any part of a page changes every edition, but for a written list.

As of steps (`test_steps.py`), each field is taken out, or gets something else where it must be: of
questions, outcomes, letters, troubles, records, whether it is a text or not. What the tiny site has
nowhere is given to the first part of its kind, so a field that somebody adds is red until it is
written there, and then in each edition that forgets it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from guideway.catalog import Catalog
from guideway.changes.comparing import changes
from guideway.model.conditions import Condition
from guideway.model.texts import Part
from tests.editions.test_steps import LEVELS
from tests.support.data import read_data
from tests.support.marking import parts
from tests.support.taking_out import Spot, editions, having, is_written, tiny, without

pytestmark = [pytest.mark.slow, pytest.mark.dear]

READ: dict[str, Any] = read_data(Path(__file__).parent / "taken-out.yaml")
LEFT_OUT: list[dict[str, Any]] = READ["left_out"]
UNTRIED = {name for names in READ["untried"].values() for name in names}
PAGES = ("guide.bridge", "decision.gorge", "warning.troll")
RECORDS = ("law.bridge.3", "period.answer", "threshold.toll", "fee.bridge")
"""Of each kind one that the guide rests on."""


def page_of(name: str) -> str:
    """Give the page that shows a piece."""
    return name if name in PAGES else PAGES[0]


@cache
def catalog() -> Catalog:
    """Give the tiny site with every field written somewhere in each piece, if it can be."""
    found = tiny()
    for name in (*PAGES, *RECORDS):
        for trail, field, value in list(_missing(found, name)):
            found = having(found, name, (*trail, field), value)
    return found


def _missing(found: Catalog, name: str) -> Iterator[tuple[tuple[Any, ...], str, object]]:
    """Give what no part of a kind has: as another part has it, or as it is given in the list."""
    mine = list(parts(found.entries[name].value))
    known = dict(_written(found, (*PAGES, *RECORDS), is_condition=False))
    known |= dict(_written(found, [name], is_condition=True))
    for trail, part in {type(part): (trail, part) for trail, part in reversed(mine)}.values():
        for field in type(part).model_fields:
            called = f"{type(part).__name__}.{field}"
            is_tried = not _is_named(f"{name.partition('.')[0]} {called}", UNTRIED)
            likes = [each for _, each in mine if type(each) is type(part)]
            if is_tried and not any(is_written(each, field) for each in likes):
                of = ("when" if field == "applies" else field, _kind(part, field))
                value = READ["given"].get(called, known.get(of))
                if value is not None:
                    yield trail, field, tuple(value) if isinstance(value, list) else value


def _written(
    found: Catalog, names: Iterable[str], *, is_condition: bool
) -> Iterator[tuple[tuple[str, str], object]]:
    for name in names:
        for _, part in parts(found.entries[name].value):
            for field in type(part).model_fields:
                value = getattr(part, field)
                if is_written(part, field) and (is_condition or not isinstance(value, Condition)):
                    yield (field, _kind(part, field)), value


def _kind(part: Part, field: str) -> str:
    return str(type(part).model_fields[field].annotation)


@cache
def unchanged() -> Mapping[str, set[str]]:
    """Find, for every field of every kind of page and record, the editions that say the same."""
    same: dict[str, set[str]] = {}
    for name in (*PAGES, *RECORDS):
        kind = name.partition(".")[0]
        before = editions(catalog(), page_of(name))
        for called, trail, other in _spots(name, kind):
            if f"{kind} {called}" not in same:
                found = having(catalog(), name, trail, other)
                after = editions(found, page_of(name))
                kept = {each for each, text in before.items() if after[each] == text}
                told = set() if changes(catalog(), found) else {"diff"}
                same[f"{kind} {called}"] = kept | told
    return same


def _spots(name: str, kind: str) -> Iterator[Spot]:
    """Give what is taken out of a piece; parts that must be there are looked at field by field."""
    for trail, part in parts(catalog().entries[name].value):
        for field in type(part).model_fields if type(part) not in LEVELS else ():
            called = f"{type(part).__name__}.{field}"
            other = without(part, field) if is_written(part, field) else getattr(part, field)
            is_tried = not _is_named(f"{kind} {called}", UNTRIED)
            if is_tried and other != getattr(part, field):
                yield Spot(called, (*trail, field), other)


def _is_named(called: str, patterns: Iterable[str]) -> bool:
    kind, _, field = called.partition(" ")
    whole = f"{field.partition('.')[0]}.*"
    return not {field, called, whole, f"{kind} {whole}"}.isdisjoint(patterns)


def tried(edition: str) -> list[str]:
    """Name the fields that an edition could have: of sheets those of guides alone."""
    own = {name.partition(" ")[0] for name in unchanged()} - {"decision", "warning"}
    return [each for each in unchanged() if edition != "sheet" or each.partition(" ")[0] in own]


EDITIONS = sorted({edition for group in LEFT_OUT for edition in group["of"]})


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_field_of_a_page_changes_an_edition_or_is_on_its_list(edition: str) -> None:
    same = {each for each in tried(edition) if edition in unchanged()[each]}
    listed = {name for group in LEFT_OUT if edition in group["of"] for name in group["fields"]}

    assert same == {each for each in tried(edition) if _is_named(each, listed)}


def test_every_edition_is_asked() -> None:
    assert {*editions(catalog(), PAGES[0]), "diff"} == {*EDITIONS, "impact"}


def test_every_field_is_tried_or_it_is_said_why_not() -> None:
    """Else nobody would miss it: write it in everything.yaml, or what is `given` above."""
    known = {
        f"{name.partition('.')[0]} {type(part).__name__}.{field}"
        for name in (*PAGES, *RECORDS)
        for _, part in parts(catalog().entries[name].value)
        if type(part) not in LEVELS
        for field in type(part).model_fields
        if not is_written(part, field) or without(part, field) != getattr(part, field)
    }
    untried = known - unchanged().keys()

    assert {each for each in untried if not _is_named(each, UNTRIED)} == set()


def test_the_lists_name_fields_that_there_are_and_say_why() -> None:
    known = unchanged().keys()
    names = {name for group in LEFT_OUT for name in group["fields"]}

    assert [name for name in names if not any(_is_named(each, {name}) for each in known)] == []
    assert [group for group in LEFT_OUT if not group["why"]] == []

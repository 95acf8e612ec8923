"""What is found in a piece of content is found once, and is gone when the piece is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from guideway.catalog import entries
from guideway.catalog.field_texts import FieldText, walk
from guideway.catalog.file_read import read_file
from guideway.editions.embeds.stating import Stating
from guideway.reports.examination import examine
from guideway.source import document
from tests.support.composing import compose
from tests.support.ours import TEMPLATES, WORDS
from tests.support.world import DAY, World

if TYPE_CHECKING:
    import pytest

    from guideway.model.texts import Part


def test_no_piece_is_walked_twice_by_the_rules(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    walked: Counter[int] = Counter()

    def counted(part: Part) -> tuple[FieldText, ...]:
        walked[id(part)] += 1
        return walk(part)

    monkeypatch.setattr(entries, "walk", counted)
    catalog, _ = examine(world.shelf(), DAY, read=read_file)

    assert walked == dict.fromkeys((id(entry.value) for entry in catalog.entries.values()), 1)


def test_no_piece_is_walked_or_stated_twice_by_a_build(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog, _ = examine(world.shelf(), DAY)
    known = {id(entry.value) for entry in catalog.entries.values()}
    walked: list[Part] = []  # parts are kept: the id of one that is gone is given anew
    stated: list[Part] = []
    state = Stating.part

    def walking(part: Part) -> tuple[FieldText, ...]:
        walked.append(part)
        return walk(part)

    def stating(self: Stating, part: Part) -> dict[str, Any]:
        stated.append(part)
        return state(self, part)

    monkeypatch.setattr(entries, "walk", walking)
    monkeypatch.setattr(Stating, "part", stating)
    compose(catalog, TEMPLATES, WORDS)

    assert [part for part in walked if id(part) in known] == []
    assert len(walked) == len(set(map(id, walked)))
    assert len(stated) == len(set(map(id, stated))) > len(catalog.guides)


def test_no_place_is_looked_for_where_nothing_is_wrong(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(document, "spots_in", lambda text, _: asked.append(text))
    _, problems = examine(world.shelf(), DAY, read=read_file)

    assert (problems, asked) == ((), [])

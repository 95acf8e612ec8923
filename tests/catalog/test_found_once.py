"""What is found in a piece of content is found once, and is gone when the piece is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from guideway.catalog import entries
from guideway.catalog.field_texts import FieldText, walk
from guideway.reports.examination import examine
from guideway.source import document
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
    catalog, _ = examine(world.shelf(), DAY)

    assert walked == dict.fromkeys((id(entry.value) for entry in catalog.entries.values()), 1)


def test_no_place_is_looked_for_where_nothing_is_wrong(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(document, "spots_in", lambda text, _: asked.append(text))
    _, problems = examine(world.shelf(), DAY)

    assert (problems, asked) == ((), [])

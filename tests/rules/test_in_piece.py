"""What rules find in one piece follows from it and what they may look up: so it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from guideway.catalog import Catalog, Entry
from guideway.model.decisions import Decision, GoldenPaths
from guideway.model.texts import Part, Reviewed
from guideway.problems import Problem
from guideway.project.cache import Cache
from guideway.project.kept_values import written
from guideway.project.known_content import KnownContent
from guideway.reports.examination import catalog_of, examine
from guideway.reports.rule_pages import RulePage, pages
from guideway.rules import in_piece, of_pieces
from tests.support.ours import our_catalog
from tests.support.rule_examples import example
from tests.support.sampling import sample
from tests.support.world import DAY, World, read_world


def _of_pieces() -> list[RulePage]:
    """List the pages of the rules that look at pieces."""
    return [page for code, page in pages().items() if code in of_pieces()]


@pytest.mark.parametrize("page", _of_pieces(), ids=lambda page: page.code)
def test_a_rule_of_one_piece_looks_at_no_other_page(page: RulePage, world: World) -> None:
    shelf = example(page, "Wrong").put_into(world).shelf()

    catalog = catalog_of(shelf, DAY, DAY)[0]
    _look_at_no_other_page(catalog, catalog.entries.values())


@pytest.mark.dear
def test_the_rules_look_at_no_other_page_of_ours() -> None:
    entries = our_catalog().entries.values()
    drawn = sample("pieces of ours", entries, 0.3, lambda entry: [entry.kind])
    _look_at_no_other_page(our_catalog(), drawn)


@pytest.mark.dear
def test_what_was_found_before_is_what_is_found_anew(tmp_path: Path, world: World) -> None:
    """Of the examples of rules, with what the ones before have left."""
    drawn = sample("rules of which what was found is kept", pages().values(), 0.2)
    for label in ("Right", "Wrong", "Right"):
        for page in drawn:
            shown = example(page, label).put_into(world)
            assert _known(shown, tmp_path) == examine(shown.shelf(), DAY)[1], page.code


def test_lines_that_have_moved_are_where_they_are_now(tmp_path: Path) -> None:
    world = example(pages()["promise"], "Wrong").put_into(read_world())
    [problem] = _known(world, tmp_path)
    path = problem.place.path
    moved = world.having(path, b"# a line before\n" + world.files[path])

    [after] = _known(moved, tmp_path)

    assert after.place.line == problem.place.line + 1


def test_a_text_hears_of_a_record_that_says_something_else(tmp_path: Path) -> None:
    """A number is typed in a guide that no record has, and by and by one has it."""
    typed = example(pages()["phone-number"], "Wrong").put_into(read_world())
    [before] = _known(typed, tmp_path)
    path = "content/records/bridge.yaml"
    other = typed.having(path, typed.files[path].replace(b"95999", b"95188"))

    [after] = _known(other, tmp_path)

    assert not before.hint.startswith("refer to it")
    assert after.hint.startswith("refer to it")


def test_what_somebody_else_has_left_is_looked_at_anew(tmp_path: Path) -> None:
    """A value that would run something is as good as none."""
    world = example(pages()["promise"], "Wrong").put_into(read_world())
    expected = _known(world, tmp_path)
    cache = _Hostile(tmp_path)
    known = KnownContent(cache, world.shelf())

    told = examine(world.shelf(), DAY, DAY, known.read, known.look)[1]
    cache.close()

    assert cache.was_asked
    assert told == expected


class _Hostile(Cache):
    """Gives what names a function that acts, whatever is asked for."""

    was_asked = False

    def get(self, key: bytes) -> bytes | None:
        """Give it."""
        del key
        self.was_asked = True
        return written(Path("/"))


def _known(world: World, folder: Path) -> tuple[Problem, ...]:
    """Examine a site with what earlier runs have left in a folder."""
    cache = Cache(folder)
    try:
        known = KnownContent(cache, world.shelf())
        return examine(world.shelf(), DAY, DAY, known.read, known.look)[1]
    finally:
        cache.close()


def _look_at_no_other_page(catalog: Catalog, entries: Iterable[Entry[Part]]) -> None:
    media = dict.fromkeys(catalog.media, b"")
    for entry in entries:
        alone = replace(catalog, entries=_blinded(catalog.entries, entry), media=media)
        assert tuple(in_piece(alone, entry)) == tuple(in_piece(catalog, entry)), entry.name


def _blinded(entries: Mapping[str, Entry[Part]], own: Entry[Part]) -> dict[str, Entry[Part]]:
    """Hide all pages but one, and what belongs to it; of the others there are the names."""
    seen: tuple[type[Part], ...] = ()
    if isinstance(own.value, Decision):
        seen = (Decision, GoldenPaths)
    return {
        name: _hidden(each)
        if isinstance(each.value, (Reviewed, GoldenPaths))
        and not isinstance(each.value, seen)
        and each is not own
        else each
        for name, each in entries.items()
    }


def _hidden(entry: Entry[Any]) -> Entry[Any]:
    """Give a piece of the same kind; who reads a field of it fails."""
    blind = type(entry.value).model_construct()
    vars(blind).clear()
    return replace(entry, value=blind, document=None)  # type: ignore[arg-type]  # who reads it fails

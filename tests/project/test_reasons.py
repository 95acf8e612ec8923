"""Why something is made again, of parts that changed, came and went: who is named, and how many."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from guideway.project.cache import Cache
from guideway.project.jobs import Job
from guideway.project.parts import parts_of
from guideway.project.reasons import Reasons, trace_of, written_parts

PAGES = [f"page{number}" for number in range(1, 9)]


def pack(page: object) -> None:
    """Do nothing with a page: a task that was done once."""


def _why(before: Mapping[str, str], now: Mapping[str, str], folder: Path) -> str:
    """Make a page with these parts, then with those; give why it is made again."""
    cache = Cache(folder)
    job = Job("1", pack, (before,))
    cache.note_job(job.name, written_parts(parts_of(before)))
    cache.put(b"key", b"content", (job.called, "home", trace_of(job, "home", {})))
    reasons = Reasons(cache)
    reasons.note(Job("2", pack, (now,)), parts_of(now), ["home"])
    cache.close()
    (line,) = reasons.lines()
    said, _, end = line.removeprefix("pack, 1 again: ").rpartition(" ")
    assert end == "(1)"
    return said


@pytest.mark.parametrize(
    ("many", "said"),
    [
        (1, "changed: page1"),
        (4, "changed: page1, page2, page3, page4"),
        (5, "changed: page1, page2, page3, page4, page5"),
        (6, "changed: page1, page2, page3, page4, page5 and 1 more"),
        (8, "changed: page1, page2, page3, page4, page5 and 3 more"),
    ],
)
def test_five_are_named_and_the_rest_is_counted(many: int, said: str, tmp_path: Path) -> None:
    before = dict.fromkeys(PAGES, "old")

    assert _why(before, {**before, **dict.fromkeys(PAGES[:many], "new")}, tmp_path) == said


def test_what_changed_came_and_went_is_told_apart_and_the_program_first(tmp_path: Path) -> None:
    before = {"program": "1", "day": "1", "page1": "old", "page2": "old", "page3": "same"}
    now = {"program": "2", "day": "2", "page1": "new", "page3": "same", "page4": "new"}

    assert _why(before, now, tmp_path) == (
        "another day, another program or library, changed: page1, new: page4, gone: page2"
    )


def test_where_all_is_as_it_was_what_was_kept_is_lost(tmp_path: Path) -> None:
    kit = {"page1": "same"}

    assert _why(kit, kit, tmp_path) == "what was kept of it is forgotten or damaged"


def test_of_what_nothing_was_kept_that_is_said(tmp_path: Path) -> None:
    reasons = Reasons(Cache(tmp_path))
    assert list(reasons.lines()) == ["no page was made again"]
    reasons.note(Job("1", pack, ({},)), {}, ["home", "search"])

    assert list(reasons.lines()) == ["pack, 2 again: nothing was kept of it (2)"]

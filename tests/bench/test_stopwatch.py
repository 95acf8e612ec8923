"""The stopwatch of the preview: what it edits, and how it tells what it saw."""

from __future__ import annotations

import pytest
from bench.stopwatch import OURS, edited, measured, told
from playwright.sync_api import Browser

from tests.support.sites import ROOT


def test_each_edit_makes_another_first_instruction_and_nothing_else_of_a_guide() -> None:
    text = (ROOT / f"content/guides/{OURS}.yaml").read_text("utf-8")
    once, twice = edited(text, 1), edited(edited(text, 1), 12)

    assert once.replace("do: 改1次", "do: ") == twice.replace("do: 改12次", "do: ") == text
    assert (once.count("改1次"), twice.count("改12次"), twice.count("改1次")) == (1, 1, 0)


def test_a_guide_without_an_instruction_is_not_measured() -> None:
    with pytest.raises(SystemExit, match="no instruction"):
        edited("title: t\n", 1)


def test_the_middle_of_all_edits_is_told_with_the_least_and_the_most() -> None:
    said = told(0, [(0.5, 9), (0.25, 7), (0.75, 8)])

    assert said.startswith("our own site: page 0.50 s (0.25 to 0.75), all the rest 8.00 s (7.00 to")
    assert told(25, [(1, 1)]).startswith("25 short guides: page 1.00 s")


@pytest.mark.slow
@pytest.mark.dear
def test_a_preview_is_watched_until_the_page_and_until_all_is_made(browser: Browser) -> None:
    (one, *others) = measured(browser, 25, 2)

    assert len(others) == 1
    assert 0 < one[0] < one[1]

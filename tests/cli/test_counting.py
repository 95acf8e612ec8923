"""Somebody at a terminal sees how far a build is; a pipe is told nothing."""

from __future__ import annotations

import io
import sys

import pytest

from guideway.cli.counting import Counter


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _said(monkeypatch: pytest.MonkeyPatch, screen: io.StringIO, total: int) -> str:
    monkeypatch.setattr(sys, "stderr", screen)
    count = Counter()
    for done in range(1, total + 1):
        count("read_page", done, total)
    count.close()
    return screen.getvalue()


def test_a_bar_goes_from_nothing_to_all(monkeypatch: pytest.MonkeyPatch) -> None:
    said = _said(monkeypatch, _Terminal(), 200)

    assert "reading pages" in said
    assert " 0/200" in said
    assert "100/200" in said
    assert said.rstrip().count("\n") == 0
    assert "200/200" in said.rpartition("\r")[2]


@pytest.mark.parametrize(("screen", "total"), [(io.StringIO(), 200), (_Terminal(), 23)])
def test_a_pipe_is_told_nothing_and_nobody_is_told_of_a_few(
    monkeypatch: pytest.MonkeyPatch, screen: io.StringIO, total: int
) -> None:
    assert _said(monkeypatch, screen, total) == ""


def test_a_bar_ends_where_another_begins_or_somebody_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    count = Counter()
    count("read_page", 1, 100)
    count("finish_page", 1, 100)
    count.close()
    first, second, rest = screen.getvalue().split("\n")

    assert "reading pages" in first
    assert "finishing pages" in second
    assert rest == ""

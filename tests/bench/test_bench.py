"""What the bench of builds measures: content of any size, stages, processes."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from os import environ
from pathlib import Path

import pytest
from bench.corpus import enlarged, write_corpus
from bench.processes import FailedError, run
from bench.stages import REST, Watch, read_table, watch_stages

from bench import build
from guideway.catalog import ContentFiles
from guideway.cli import main
from guideway.project.clock import today
from guideway.project.content_files import read_shelf
from guideway.reports.examination import examine
from tests.support.sites import ROOT
from tests.support.world import DAY

WORLD = ROOT / "example"
TABLE = read_table(ROOT / "bench/stages.yaml")


@pytest.fixture(scope="module")
def larger() -> ContentFiles:
    """Our content with four guides more: a copy that refers to the origin for what it lacks."""
    shelf = read_shelf(ROOT)
    return replace(shelf, files=enlarged(shelf.files, 26))


@pytest.mark.dear
@pytest.mark.slow
def test_our_content_made_larger_has_no_errors(larger: ContentFiles) -> None:
    catalog, problems = examine(larger, DAY, today(ROOT))
    copies = [guide for guide in catalog.guides if guide.name.endswith("-1")]

    assert [problem for problem in problems if problem.level == "error"] == []
    assert (len(catalog.guides), len(copies)) == (26, 4)
    assert len({guide.value.title for guide in catalog.guides}) == 26
    assert {guide.value.topic.endswith("-1") for guide in copies} == {True}


@pytest.mark.slow
def test_a_copy_is_as_long_as_its_origin_and_in_other_words(larger: ContentFiles) -> None:
    path = "content/guides/alipay-merchant-device-stop.yaml"
    before, after = (_steps(larger.files[each]) for each in (path, path.replace(".y", "-1.y")))
    other = sum(one != two for one, two in zip(before, after, strict=True))

    assert 0.05 < other / len(before) < 0.5


def test_fewer_guides_than_there_are_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="0 guides are fewer than the 1 there are"):
        enlarged(read_shelf(WORLD).files, 0)


@pytest.mark.slow
def test_every_stage_in_the_table_is_seen(tmp_path: Path) -> None:
    write_corpus(WORLD, 3, tmp_path)
    watch = Watch()
    end = watch_stages(watch, TABLE)
    try:
        given = ["-C", str(tmp_path), "build", "--as-of", str(DAY), "--jobs", "1"]
        code = main.main(given, standalone_mode=False)
    finally:
        end()
    seen = dict(watch.calls)
    examine(read_shelf(WORLD), DAY)

    assert not code
    assert len(list((tmp_path / "site/guides").glob("bridge*"))) == 3
    assert {name for names in TABLE.values() for name in names} == seen.keys()
    assert watch.spent.keys() == {*TABLE, REST}
    assert watch.calls == seen  # nothing is watched any more


def test_a_name_that_is_no_function_is_an_error() -> None:
    names = [
        "guideway.reports.examination:examine",
        "guideway.reports.examination:examined",
        "guideway.gone:check",
    ]
    with pytest.raises(
        LookupError, match=r"called guideway\.reports\.examination:examined, guideway\.gone:check"
    ):
        watch_stages(Watch(), {"rules": names})


def test_a_stage_in_a_stage_is_taken_off_the_outer_one() -> None:
    """Every look at this clock is a second later."""
    watch = Watch(count().__next__)

    def steps() -> Iterator[int]:
        yield 1
        yield 2

    inner = watch.of("inner", "steps", steps)
    outer = watch.of("outer", "total", lambda: sum(inner()))

    assert outer() == 3
    assert watch.spent == {REST: 1, "outer": 5, "inner": 4}
    assert watch.calls == {"steps": 1, "total": 1}


def test_what_a_program_starts_is_measured_with_it() -> None:
    busy = "import time\nmemory = b'x' * 50_000_000\nwhile time.process_time() < 0.3: pass"
    starts = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"
    cost = run([sys.executable, "-c", starts], environ)

    assert cost.seconds >= 0.3
    assert cost.largest >= 50_000_000
    assert cost.together > cost.largest


def test_a_program_that_fails_says_what_it_said() -> None:
    with pytest.raises(FailedError, match="no bridge"):
        run([sys.executable, "-c", "raise SystemExit('no bridge')"], environ)


def test_two_commits_are_measured_in_turns_and_what_grows_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The old one takes twice as long and grows with the square; one of three runs is far off."""
    turns = []

    def once(side: build.Side, project: Path) -> Iterator[tuple[str, float]]:
        project.mkdir(exist_ok=True)
        turns.append(side.name)
        size = int(project.name)
        old = 2 * size * size / 22 if side.name == "old" else size
        yield build.BUILD, old if turns.count(side.name) != 2 else 1000
        yield "packing" if side.name == "old" else "bundles", 0.5

    @contextmanager
    def checked_out(_: str) -> Iterator[Path]:
        yield ROOT

    monkeypatch.setattr(build, "checked_out", checked_out)
    monkeypatch.setattr(build, "run", lambda command, environment: (command, environment))
    monkeypatch.setattr(build, "_once", once)
    build.main([22, 44], "old", 3)
    said = [re.split(r" {2,}", line) for line in capsys.readouterr().out.splitlines() if line]

    assert turns[:6] == ["old", "working tree"] * 3
    assert said[:4] == [
        ["22 guides, median of 3", "old", "working tree", "ratio"],
        [build.BUILD, "44", "22", "0.50"],
        ["packing", "0.50", "–", "–"],
        ["bundles", "–", "0.50", "–"],
    ]
    assert said[5] == [build.BUILD, "176", "44", "0.25"]
    assert said[8:10] == [["old: growth, 1.00 is linear", "22 → 44"], [build.BUILD, "2.00"]]
    assert said[11:13] == [
        ["working tree: growth, 1.00 is linear", "22 → 44"],
        [build.BUILD, "1.00"],
    ]


def _steps(content: bytes) -> list[str]:
    """Give the characters of the steps: there is no name of a copy before any of them."""
    steps = content.decode().partition("\nsteps:")[2].partition("\ncorrections:")[0]
    return re.findall("[\u4e00-\u9fff]", steps)

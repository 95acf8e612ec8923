"""The bench of sites: the guides it makes, what generators are given, how results are told."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET  # our own picture is no attack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bench.sites import view
from bench.sites.__main__ import ROOM, with_tables
from bench.sites.chart import chart
from bench.sites.generators import Generator, python
from bench.sites.guides import RELATED, TOPICS, Guide, guides, topic_names
from bench.sites.markdown import Corpus, Dialect, markdown_files, place_of
from bench.sites.measure import hold, measured
from bench.sites.ours import write_project
from bench.sites.peers import peers
from bench.sites.results import FILE, Figures, Measured, Run, keep_result, read_results
from bench.sites.rows import EVERY, Row
from bench.sites.table import BASE, tables
from bench.spent import lines
from playwright.sync_api import Browser

from guideway.project.content_files import read_shelf
from guideway.reports.examination import examine
from tests.support.sites import ROOT
from tests.support.world import DAY

WORDS = [one + other for one in "天地玄黄宇宙洪荒日月盈昃" for other in "辰宿列张寒来暑往秋收冬藏"]
FEW = Corpus(guides(WORDS, 25), topic_names(WORDS))
PLAIN = Dialect(lambda place, up: f"{up}{place}.md", "> {}".format)
COPY = """
import pathlib, sys
for page in pathlib.Path("docs").rglob("guide-*.md"):
    place = pathlib.Path("site", page.relative_to("docs").with_suffix(""), "index.html")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(page.read_text("utf-8")[: int(sys.argv[1])], "utf-8")
"""
"""A generator of sites."""


def test_made_up_guides_are_as_many_and_as_long_as_they_say_and_all_different() -> None:
    lengths = [len(re.findall("[\u4e00-\u9fff]", repr(guide))) for guide in FEW.guides]

    assert len({guide.title for guide in FEW.guides}) == len(FEW.guides) == 25
    assert len({step.detail for guide in FEW.guides for step in guide.steps}) > 170
    assert 1000 < min(lengths) < max(lengths) < 2200
    assert {len(guide.related) for guide in FEW.guides} == {RELATED}
    assert {guide.topic for guide in FEW.guides} == set(range(TOPICS))
    assert guides(WORDS, 25) == FEW.guides != guides(WORDS, 25, seed=2)


def test_the_guides_are_a_project_of_ours_without_problems(tmp_path: Path) -> None:
    write_project(tmp_path, FEW.guides, FEW.topics)
    catalog, problems = examine(read_shelf(tmp_path), DAY)

    assert list(problems) == []
    assert [guide.value.title for guide in catalog.guides] == [each.title for each in FEW.guides]


def test_all_that_a_guide_says_is_in_its_markdown_and_every_link_leads_to_a_page() -> None:
    pages = dict(markdown_files(FEW, PLAIN))
    guide = FEW.guides[7]
    text = pages[f"{place_of(guide)}.md"]
    said = [guide.title, guide.goal, guide.summary, guide.warning, *guide.needs]
    said += [part for step in guide.steps for part in vars(step).values()]
    led = {
        (Path("/", path).parent / link).resolve().relative_to("/").as_posix()
        for path, page in pages.items()
        for link in re.findall(r"\]\(([^)]+)\)", page)
    }

    assert [part for part in said if part not in text] == []
    assert led == pages.keys() - {"index.md"}
    assert len(pages) == 1 + TOPICS + len(FEW.guides)


def test_sites_are_built_in_turns_from_nothing_and_again_after_an_edit(tmp_path: Path) -> None:
    said: list[str] = []
    rows = [Row(_copying("one"), ("clean", "warm", "edit")), Row(_copying("other"), ("clean",))]
    found = measured(rows, FEW, 2, tmp_path, said.append)
    states = [re.sub(r"25 guides, round \d: (.+): \S+ CPU s", r"\1", each) for each in said]

    assert states == ["one", "one: warm", "one: edit", "other"] * 2
    assert list(found) == ["one", "one: warm", "one: edit", "other"]
    assert {len(row.runs) for row in found.values()} == {2}
    assert {row.files for row in found.values()} == {25}
    assert "第2次" in (tmp_path / f"one/site/{place_of(FEW.guides[2])}/index.html").read_text()


def test_a_site_that_lacks_the_end_of_a_guide_stops_the_bench(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="one has made no whole page of guide-00000"):
        measured([Row(_copying("one", 400), ("clean",))], FEW, 1, tmp_path, str)
    with pytest.raises(LookupError, match="other has made no whole page"):
        hold(tmp_path / "nowhere", _copying("other"), FEW)


@pytest.mark.dear
@pytest.mark.slow
@pytest.mark.parametrize("generator", peers(), ids=lambda each: each.folder)
def test_every_generator_that_is_here_makes_whole_pages(generator: Generator) -> None:
    """Those that only `make bench` brings are tried where somebody has run it."""
    ROOM.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=ROOM, prefix="test-") as room:
        found = measured([Row(generator, EVERY)], FEW, 1, Path(room), str)

    assert [row.state for row in found.values()] == list(EVERY)


def test_results_are_kept_by_size_and_read_as_they_were(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    keep_result(1000, _run(3.0), file)
    keep_result(100, _run(1.0), file)
    keep_result(1000, _run(2.0), file)

    assert read_results(tmp_path / "none") == {}
    assert read_results(file) == {100: _run(1.0), 1000: _run(2.0)}
    assert list(read_results(file)) == [100, 1000]


def test_a_table_has_medians_and_ratios_of_one_run() -> None:
    rows = [line for line in tables({100: _run(4.0)}).splitlines() if line.startswith(("| ", "**"))]

    assert rows[0] == (
        "**100 short guides.** 2026-12-01, commit 12345678, 2 cores; load 0.5 to 2.5; "
        "medians of 3, all rows in turns. mkdocs 1.6.1."
    )
    assert rows[3:] == [
        "| **ours** | 4.00 | 2.00 | – | – | 4.00 | 300 | 5.0 | 7 | 22 | all |",
        f"| {BASE} | 2.00 | 1.00 | 1.00 | – | 2.00 | 300 | 5.0 | 7 | – | less |",
    ]


def test_without_the_row_that_ratios_are_of_there_are_none() -> None:
    run = _run(4.0)
    alone = replace(run, rows={"ours": run.rows["ours"]})

    assert "| **ours** | 4.00 | – | – | – | 4.00 |" in tables({100: alone})


def test_a_picture_has_a_bar_for_each_clean_build_as_long_as_it_took() -> None:
    picture = ET.fromstring(chart(100, _run(4.0)))  # noqa: S314 - our own
    bars = [each for each in picture if each.tag.endswith("rect")]
    texts = [each.text for each in picture if each.tag.endswith("text")]

    assert [int(bar.attrib["width"]) for bar in bars] == [380, 190]
    assert [bar.attrib["class"] for bar in bars] == ["ours", "other"]
    assert texts[2:] == ["ours", "4.00 s · 2.00 ×", BASE, "2.00 s · 1.00 ×"]


def test_the_readme_has_the_tables_and_the_picture_of_what_is_kept() -> None:
    runs = read_results(FILE)
    readme = (ROOT / "README.md").read_text("utf-8")
    picture = (ROOT / "docs/pictures/bench.svg").read_text("utf-8")

    assert with_tables(readme, tables(runs)) == readme
    assert chart(max(runs), runs[max(runs)]) == picture
    with pytest.raises(ValueError, match="no place"):
        with_tables("# Another", "")


def test_a_stage_is_told_with_its_share_the_dearest_first() -> None:
    assert list(lines({"read": 1.0, "engine": 3.0})) == [
        "engine                  3.00 s   75.0%",
        "read                    1.00 s   25.0%",
    ]


def test_a_first_view_is_what_the_page_loads_of_its_site(tmp_path: Path, browser: Browser) -> None:
    (tmp_path / "a").mkdir()
    page = "<!doctype html><script src=../x.js></script><img src=https://x.example/y.png>"
    (tmp_path / "a/index.html").write_text(page)
    (tmp_path / "x.js").write_text("fetch('../late.json')")
    (tmp_path / "late.json").write_text("{}")
    (tmp_path / "spare.js").write_text("1" * 10_000)
    asked = [page, "fetch('../late.json')", "{}"]

    assert view.first_view(browser, tmp_path, "a/") == sum(
        view.gzipped(each.encode()) for each in asked
    )


def _copying(name: str, most: int = 10**6) -> Generator:
    """Make a generator that copies Markdown to where its page belongs."""

    def lay(folder: Path, corpus: Corpus) -> None:
        for path, text in markdown_files(corpus, PLAIN):
            (folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "docs" / path).write_text(text, "utf-8")

    def edit(folder: Path, guide: Guide, corpus: Corpus) -> None:
        changed = [guide if each.name == guide.name else each for each in corpus.guides]
        lay(folder, replace(corpus, guides=changed))

    return Generator(name, "a copy", lay, edit, python("-c", COPY, str(most)), "site")


def _run(cpu: float) -> Run:
    """Make a run in which ours takes so many seconds, and stock Material half of it."""

    def row(state: str, seconds: float, view: int | None, *, is_ours: bool = False) -> Measured:
        each = Figures(seconds, seconds, 200_000_000, 300_000_000, 1.5)
        runs = (replace(each, cpu=0.1, load=0.5), each, replace(each, cpu=99.0, load=2.5))
        work = "all" if is_ours else "less"
        return Measured(work, is_ours, state, runs, 5_000_000, 7, view)

    rows = {
        "ours": row("clean", cpu, 22_000, is_ours=True),
        BASE: row("clean", cpu / 2, None),
        f"{BASE}: warm": row("warm", cpu / 4, None),
    }
    return Run("2026-12-01", "2 cores", "12345678", {"mkdocs": "1.6.1"}, rows)

"""What is ticked and a long list, in every edition of a built site: page, embed, files, library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browsing import serving
from tests.support.sites import ROOT, copy_project, guideway
from tests.support.world import amend

pytestmark = [pytest.mark.slow, pytest.mark.dear]

ASKED = """
questions:
  gear:
    ask: 带了哪些？
    kind: choices
    options:
      rope: 绳子
      lamp: {label: 灯, said: 一盏灯}
      none: {label: 都没带, exclusive: true, go: wait}
    go: [{when: {gear: {all: [rope, lamp]}}, go: where}, {go: wait}]
  where:
    ask: 从哪里来？
    groups: {near: [p0, p1]}
    options: {PLACES}
    go: [{when: {where: near}, go: bridge}, {go: wait}]
outcomes:
  bridge: {kind: act, title: 过桥, text: '带了{answer.gear}，走吧。', guide: {id: bridge}}
  wait: {kind: wait, title: 等一等, text: 想好再来。, next: [channel.keeper.hotline]}
"""
PLACES = ", ".join(f"p{n}: {name}" for n, name in enumerate("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"))
PATHS = """
paths:
  - {answers: [[rope, lamp], p1], outcome: bridge, told: []}
  - {answers: [[lamp, rope], p9], outcome: wait}
  - {answers: [rope], outcome: wait}
  - {answers: [lamp], outcome: wait}
  - {answers: [none], outcome: wait}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site, with a decision that asks so."""
    project = copy_project(ROOT / "example", tmp_path_factory.mktemp("kinds"))
    file = project / "content/decisions/gorge.yaml"
    file.write_text(amend(file.read_text(), ASKED.replace("PLACES", PLACES)))
    (project / "content/decisions/gorge.paths.yaml").write_text(PATHS)
    done = guideway("-C", project, "build")
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    """Where it is served."""
    with serving(built) as found:
        yield found


def answered(page: Page) -> None:
    """Answer by hand: two boxes, and a piece of a name."""
    for name in ("绳子", "灯"):
        page.get_by_role("checkbox", name=name).check()
    page.get_by_role("button", name="继续").click()
    page.get_by_role("searchbox", name="拼音").fill("yi")
    page.get_by_label("乙").check()
    page.get_by_role("button", name="继续").click()
    expect(page.locator(".gw-stage .gw-outcome__title")).to_have_text("过桥")
    expect(page.locator(".gw-stage [data-outcome]")).to_contain_text("带了绳子、一盏灯，走吧。")


@pytest.mark.parametrize(
    "place", ["decisions/gorge/", "embed/decision.gorge/"], ids=["page", "embed"]
)
def test_it_asks_so_on_the_site(browser: Browser, address: str, place: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto(f"{address}{place}")
    answered(page)
    assert page.locator("html").evaluate("(e) => e.scrollWidth <= 320")
    page.close()


def test_it_asks_so_in_a_single_file(browser: Browser, built: Path) -> None:
    (file,) = built.glob("**/decision*gorge*.html")
    page = browser.new_page()
    page.goto(file.as_uri())
    answered(page)
    page.close()


def test_on_paper_every_place_is_there_that_answers_lead_to(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}decisions/gorge/")
    page.emulate_media(media="print")

    assert page.locator("[data-outcome]").count() == 2
    expect(page.locator(".gw-boxes").first).to_be_visible()
    assert page.locator(".gw-option__label").all_text_contents()[3:5] == [
        "有“绳子”，没有“灯”；或者有“灯”，没有“绳子”；或者都没带",
        "有“绳子”，有“灯”",
    ]
    page.close()

"""What a reader takes along, in a real browser: from files, with every network denied."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Request, ViewportSize, expect

from tests.support.asking import ask_one_by_one, unfold_all
from tests.support.browsing import complete
from tests.support.data import read_data
from tests.support.sampling import sample

pytestmark = pytest.mark.slow

PHONE: ViewportSize = {"width": 320, "height": 844}
WEIGHTS = read_data(Path(__file__).parent / "single-files.yaml")
RENTAL = "guides/rental-return/index.html"
WIDE = "document.documentElement.scrollWidth > window.innerWidth"


class Watched:
    """A page without a network, and everything that went wrong in it."""

    def __init__(self, context: BrowserContext) -> None:
        self.wrong: list[str] = []
        context.set_offline(True)
        self.page = context.new_page()
        self.page.on("request", self._asked)
        self.page.on("requestfailed", self._failed)
        self.page.on("console", lambda message: self.wrong.append(message.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(("file:", "data:", "blob:")):
            self.wrong.append(f"asked: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the test went on before an icon had come
            self.wrong.append(f"failed: {request.url}")


Watch = Callable[..., Watched]


@pytest.fixture
def watch(browser: Browser) -> Iterator[Watch]:
    """A way to open a file; what was opened is closed after the test."""
    contexts = []

    def open_file(path: Path, rest: str = "", **settings: Any) -> Watched:
        contexts.append(browser.new_context(viewport=PHONE, locale="zh-CN", **settings))
        watched = Watched(contexts[-1])
        watched.page.goto(path.as_uri() + rest)
        return watched

    yield open_file
    for context in contexts:
        context.close()


def test_every_page_of_the_folder_opens_without_a_network(folder: Path, watch: Watch) -> None:
    found = sorted(folder.rglob("*.html"))
    pages = sample(
        "pages of the bundle", found, 0.15, lambda path: path.parts[len(folder.parts) :][:1]
    )
    watched = watch(folder / "index.html")
    for path in pages:
        watched.page.goto(path.as_uri())
        expect(watched.page.locator(".gw-bundle")).to_have_count(1)

    assert len(found) > 90
    assert watched.wrong == []


def test_a_search_in_the_folder_opens_a_place_with_its_answers(folder: Path, watch: Watch) -> None:
    watched = watch(folder / "index.html")
    page = watched.page
    page.locator("#search-box").fill("不再交钱，先留证据")
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("Enter")
    page.locator("a[href*='decisions/which-machine/index.html#s']").first.click()

    expect(page.locator(".gw-stage .gw-outcome__title")).to_have_text("不再交钱，先留证据")
    assert watched.wrong == []


def test_a_decision_in_the_folder_hands_its_answers_to_a_guide(folder: Path, watch: Watch) -> None:
    watched = watch(folder / "decisions/which-machine/index.html")
    page = watched.page
    guide = page.locator(".gw-stage .gw-outcome__guide a")
    while page.locator(".gw-stage form").count():
        page.locator(".gw-stage input").first.check()
        page.locator(".gw-stage button[type=submit]").click()
    handed = str(guide.get_attribute("href"))
    guide.click()

    assert re.search(r"/index\.html#(step|letter)-[a-z-]+\?\w+=", handed)
    expect(page.locator(".gw-chip").first).to_be_attached()
    assert watched.wrong == []


def _fill(watched: Watched) -> None:
    """Fill a day and a letter in, as a reader does."""
    page = watched.page
    complete(page)
    unfold_all(page)
    page.locator(".gw-fill--day input:visible").first.fill("2026-09-18")
    expect(page.locator(".gw-date__last").first).to_be_visible()
    field = page.locator(".gw-mail .gw-fill input:not([type=date]):visible").first
    field.fill("守桥人")
    expect(page.locator(".gw-blank--filled").filter(has_text="守桥人").first).to_be_visible()
    with page.expect_download() as saved:
        page.locator(".gw-mail button").filter(has_text=".docx").first.click()
    assert saved.value.suggested_filename.endswith(".docx")


def _work_out(watched: Watched) -> None:
    """Work a yearly rate out."""
    unfold_all(watched.page)
    for label, value in {"实际到手": "10000", "每期还": "900", "一共还": "12"}.items():
        watched.page.locator(".gw-computed").get_by_label(label).fill(value)
    expect(watched.page.locator(".gw-computed__result")).to_contain_text("%")


def test_dates_letters_and_the_calculator_work_in_the_folder(folder: Path, watch: Watch) -> None:
    letters, rate = watch(folder / RENTAL), watch(folder / "guides/loan-rate-check/index.html")
    _fill(letters)
    _work_out(rate)

    assert letters.wrong + rate.wrong == []


def test_the_folder_can_be_walked_without_script(folder: Path, watch: Watch) -> None:
    watched = watch(folder / "index.html", java_script_enabled=False)
    page = watched.page
    page.locator(".gw-folds summary").first.click()
    page.locator(".gw-folds h2 a").first.click()
    page.locator("main .gw-card a, main .gw-points a").first.click()
    expect(page.locator(".gw-step:visible, .gw-ask:visible").first).to_be_visible()
    page.locator(".gw-brand").click()

    expect(page.locator("h1")).to_have_text("遇到了什么事？")
    assert page.url == (folder / "index.html").as_uri()


def test_a_folder_that_has_become_old_says_so(folder: Path, watch: Watch) -> None:
    watched = watch(folder / "index.html")
    notice = watched.page.locator(".gw-bundle .gw-overdue")
    expect(notice).to_be_hidden()
    due = datetime.fromisoformat(str(notice.get_attribute("data-due")))
    for day, shown in ((due, False), (due + timedelta(days=1), True)):
        watched.page.clock.set_fixed_time(day.replace(hour=12))
        watched.page.reload()
        expect(notice).to_be_visible(visible=shown)

    expect(watched.page.locator(".gw-bundle")).to_contain_text("做成的离线版")


def test_single_files_need_nothing_and_fit_a_small_phone(our_site: Path, watch: Watch) -> None:
    found = sorted((our_site / "downloads").glob("*-*.html"))
    files = sample("single files", found, 0.2, lambda path: path.name.split("-")[:1])
    watched = watch(files[0])
    wide = []
    for path in files:
        watched.page.goto(path.as_uri())
        expect(watched.page.locator("h1")).to_have_count(1)
        wide += [path.name] if watched.page.evaluate(WIDE) else []

    assert len(found) > 30
    assert watched.wrong == []
    assert wide == []


def test_single_files_are_light_or_known_to_be_heavy(our_site: Path) -> None:
    sizes = {path.stem: path.stat().st_size for path in (our_site / "downloads").glob("*-*.html")}
    heavy = {name: size for name, size in sizes.items() if size > WEIGHTS["limit"]}

    assert sorted(heavy) == sorted(WEIGHTS["heavy"]), json.dumps(heavy, indent=1)
    assert {name: size for name, size in heavy.items() if size > WEIGHTS["heavy"][name]} == {}


def test_a_single_file_asks_counts_and_writes(our_site: Path, watch: Watch) -> None:
    letters = watch(our_site / "downloads/guide-lakala-pos-cancel.html")
    rate = watch(our_site / "downloads/guide-loan-rate-check.html")
    ask_one_by_one(letters.page)
    letters.page.locator(".gw-question button").first.click()
    expect(letters.page.locator(".gw-tailor__status")).to_contain_text("清除回答")
    _fill(letters)
    _work_out(rate)

    assert letters.wrong + rate.wrong == []


def test_a_single_decision_is_answered_to_its_end(our_site: Path, watch: Watch) -> None:
    watched = watch(our_site / "downloads/decision-leave-rental.html", color_scheme="dark")
    page = watched.page
    while page.locator(".gw-stage form").count():
        page.locator(".gw-stage input").first.check()
        page.locator(".gw-stage button[type=submit]").click()

    expect(page.locator(".gw-stage .gw-outcome__title")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 29, 32)"
    assert watched.wrong == []


def test_the_whole_library_is_one_file_to_read_and_print(our_site: Path, watch: Watch) -> None:
    watched = watch(our_site / "downloads/library.html")
    page = watched.page
    page.locator(".gw-contents a").filter(has_text="注销拉卡拉 POS 机").click()

    expect(page.locator("#guide-lakala-pos-cancel")).to_be_in_viewport()
    assert page.locator("script").count() == 0
    named = ".gw-part :is(aside, nav, section):is([aria-label], [aria-labelledby])"
    assert page.locator(named).count() == 0  # they are called the same in many parts
    assert not page.evaluate(WIDE)
    assert watched.wrong == []

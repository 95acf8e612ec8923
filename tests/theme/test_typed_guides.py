"""A guide that asks for days, sums and boxes: what it shows then, counts from and writes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlencode

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from guideway.editions.website.script_data import (
    asking_file,
    data_file,
    numerals_file,
    store_file,
    workdays_file,
)
from guideway.pages.environment import environment_of
from guideway.pages.guides import guide_page
from guideway.pages.render import render
from guideway.pages.scripts import in_order, needs_of
from guideway.related import relate
from guideway.reports.examination import examine
from tests.support.browsers import Window
from tests.support.browsing import serving
from tests.support.ours import TEMPLATES, WORDS
from tests.support.today import today
from tests.support.world import DAY, World

pytestmark = pytest.mark.slow

FRAME = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>t</title><body>
<article>{}</article><script src="all.js"></script>"""
GUIDE = yaml.safe_load("""
questions:
  day: {ask: 哪天问的？, kind: date, unit: 天前, range: [0, 30], options: {unknown: 不记得}}
  toll: {ask: 交了多少？, kind: money, unit: 元, range: [0, 500]}
  with:
    ask: 带了哪些？
    kind: choices
    options: {rope: 绳子, lamp: 灯, map: 地图, none: {label: 都没带, exclusive: true}}
    refuses: [{when: {with: {count: {at_least: 3}}}, say: 只有"两"只手，最多带两样。}]
cases:
  late: {label: 问得早的, when: {day: {before: {today: -3 days}}}}
  dear: {label: 交得多的, when: {toll: {over: 99.5}}}
  two: {label: 带了两样的, when: {with: {count: {at_least: 2}}}}
  ropeless: {label: 没带绳子的, when: {not: {with: rope}}}
steps:
  - {id: only, do: 走过桥}
  - {id: again, do: 再问一次, when: late}
  - {id: complain, do: 去要回来, when: dear}
  - {id: share, do: 分给别人, when: two}
  - {id: borrow, do: 借一根绳子, when: ropeless}
troubles: []
corrections: []
blanks:
  asked: {label: 提问的那天, kind: date, takes: answer.day}
  paid: {label: 交了多少, kind: amount, takes: answer.toll}
  back: {label: 该退多少, kind: amount, takes: computed.back.half}
  name: {label: 你的名字, means: own-name}
computed:
  back:
    title: 该退多少
    about: 一半
    inputs:
      toll:
        ask: 一共交了多少？
        short: 交的
        kind: money
        unit: 元
        range: [0, 500]
        takes: answer.toll
    lines:
      half: {label: 一半, value: {divide: [toll, 2]}}
    examples: [{given: {toll: 9}, gives: {half: 4.5}}]
deadlines:
  - {id: answer, what: 回答, who: 骑士, acts: you, period: period.answer, since: asked}
letters:
  - id: request
    title: 请求退钱
    to: 守桥人
    use: 要退钱
    send: 扔过去
    body: '我在{asked}交了{paid}元，请退{back}元。'
    signed: '{name}'
""")


def _page_of(world: World) -> tuple[str, str]:
    """Render the guide alone; give its page, and its scripts in order."""
    files = {**world.files}
    path = "content/guides/bridge.yaml"
    old = yaml.safe_load(files[path])
    files[path] = yaml.safe_dump({**old, **GUIDE}, allow_unicode=True, sort_keys=False).encode()
    catalog, problems = examine(World(files, dict(world.media)).shelf(), DAY)
    assert [p for p in problems if p.level == "error"] == []
    (entry,) = catalog.guides
    page = guide_page(catalog, WORDS, entry, relate(catalog)[entry.name].lists)
    body = next(file.text for file in render(catalog, [page], environment_of(TEMPLATES, WORDS)))
    written = {
        "asking": asking_file(WORDS),
        "data": data_file(DAY, WORDS),
        "numerals": numerals_file(WORDS),
        "workdays": workdays_file(today(), "CN"),
        "store": store_file(TEMPLATES["theme/assets/store.js"], "x", None),
    }
    names = in_order([*page.scripts, *page.later], needs_of(TEMPLATES))
    scripts = (written.get(name) or TEMPLATES[f"theme/assets/{name}.js"] for name in names)
    return FRAME.format(body), "\n".join(scripts)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, world: World) -> Iterator[str]:
    """The address of the guide with all its scripts."""
    folder = tmp_path_factory.mktemp("typed-guide")
    for name, text in zip(("index.html", "all.js"), _page_of(world), strict=True):
        (folder / name).write_text(text, encoding="utf-8")
    with serving(folder) as address:
        yield address


@pytest.fixture(scope="module")
def guide(browser: Browser, served: str) -> Iterator[Page]:
    """The guide, unfolded, in a page that stays open."""
    page = browser.new_page()
    page.goto(served)
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    yield page
    page.close()


def _answered(page: Page, **answers: str) -> list[str]:
    """Answer in the address, and name the steps that are shown."""
    page.evaluate("(said) => { location.hash = '?' + said }", urlencode(answers))
    expect(page.locator(".gw-chip")).to_have_count(len(answers))
    return [
        str(step.get_attribute("id")).removeprefix("step-")
        for step in page.locator(".gw-step:not([data-applies=no])").all()
    ]


def _ago(days: int) -> str:
    return (today() - timedelta(days=days)).isoformat()


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ({"day": _ago(3)}, {"complain", "share", "borrow"}),
        ({"day": _ago(4)}, {"again", "complain", "share", "borrow"}),
        ({"day": "unknown", "toll": "99.5"}, {"share", "borrow"}),
        ({"toll": "99.51"}, {"again", "complain", "share", "borrow"}),
        ({"with": "rope,lamp"}, {"again", "complain", "share"}),
        ({"with": "lamp"}, {"again", "complain", "borrow"}),
        ({"with": "none"}, {"again", "complain", "borrow"}),
    ],
)
def test_steps_follow_what_is_typed_and_ticked(
    guide: Page, answers: dict[str, str], shown: set[str]
) -> None:
    assert set(_answered(guide, **answers)) == {"only"} | shown


STRANGE = [
    {"toll": "1e999"},
    {"toll": "0x1F"},
    {"toll": "٣"},
    {"toll": "-0"},
    {"toll": "501"},
    {"day": "2026-02-30"},
    {"with": "none,rope"},
    {"with": "sword"},
    {"with": "rope,lamp,map"},
]
"""Addresses that nobody can have typed."""


def test_what_cannot_be_typed_is_refused_in_the_address_in_every_browser(
    window: Window, served: str
) -> None:
    for answers in STRANGE:
        window.open("about:blank")
        window.open(f"{served}#?{urlencode(answers)}")
        told = window.wait("return document.querySelector('.gw-tailor__status')?.textContent")

        assert "地址里有 1 个看不懂" in told, answers
        assert window.evaluate("return document.querySelectorAll('.gw-chip').length") == 0


def test_days_and_sums_go_into_deadlines_letters_and_figures(guide: Page) -> None:
    _answered(guide, day=_ago(1), toll="120")
    letter = guide.locator(".gw-mail__paper")

    expect(letter).to_contain_text("交了120元，请退60元")
    expect(guide.locator(".gw-computed__out")).to_have_text("一半：60 元")
    expect(guide.locator("#deadline-answer .gw-date__last")).to_be_visible()
    guide.locator(".gw-computed input").fill("80")
    expect(letter).to_contain_text("请退40元")
    guide.locator("[data-fills=back]").fill("7")
    expect(letter).to_contain_text("交了120元，请退7元")


def test_a_reader_types_and_ticks_one_question_after_the_other(guide: Page) -> None:
    guide.evaluate("() => { location.hash = '?' }")
    ask = guide.locator(".gw-stage .gw-question").first
    ask.locator("button").click()
    expect(ask.locator("[role=alert]")).to_have_text("请先填一个数或者日期。")
    ask.locator("input[type=date]").fill(_ago(5))
    ask.locator("button").click()
    expect(guide.locator(".gw-chip")).to_have_count(1)
    ask.locator("input[type=text]").fill("１００元")
    ask.locator("button").click()
    expect(guide.locator(".gw-chip").last).to_contain_text("100 元")
    ask.get_by_label("绳子").check()
    ask.get_by_label("灯").check()
    ask.get_by_label("地图").check()
    ask.locator("button").click()
    expect(ask.locator("[role=alert]")).to_have_text('只有"两"只手，最多带两样。')
    ask.get_by_label("地图").uncheck()
    ask.locator("button").click()

    expect(guide.locator(".gw-chip").last).to_contain_text("绳子、灯")
    assert f"day={_ago(5)}&toll=100&with=rope,lamp" in guide.url


def test_without_script_the_questions_stand_there_with_their_values(world: World) -> None:
    html, _ = _page_of(world)

    assert "0–99.50 元" in html
    assert "4 天前或更早" in html
    assert html.count("data-exclusive") == 1

"""What is typed as an answer, in a real browser: a value leads where it should, or is refused."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from guideway.deadlines.counting import count, rule_of
from guideway.deadlines.workdays import workdays
from guideway.editions.website.script_data import numerals_file, workdays_file
from guideway.model.decisions import Decision
from guideway.model.records import Period
from tests.support.bare_pages import LEADS, lay_pages, packed_size, write_pages
from tests.support.browsing import serving
from tests.support.flows import decision_of
from tests.support.ours import WORDS
from tests.support.sampling import sample
from tests.support.today import today
from tests.support.typed_flows import FLOWS, Way, cut, typing_decision, walk
from tests.support.world import World

pytestmark = pytest.mark.slow

DRAWN = sample("typed decisions, in a browser", FLOWS, 0.1)
SCRIPTS = ("guideway", "fragment", "counting", "figures", "values", "questions", "decision")
ENDS = {
    "early": {"kind": "done", "title": "早", "text": "还早。"},
    "late": {"kind": "done", "title": "晚", "text": "晚了。"},
}
DAYS = {
    "days": {
        "ask": "收到几天了？",
        "kind": "number",
        "unit": "天",
        "range": [0, 365],
        "options": {"unknown": {"label": "不清楚", "go": "late"}},
        "go": [{"when": {"days": {"at_most": 7}}, "go": "early"}, {"go": "late"}],
    }
}
PAID = {
    "paid": {
        "ask": "付了多少钱？",
        "kind": "money",
        "unit": "元",
        "range": [0, 10000],
        "go": [{"when": {"paid": {"under": 500}}, "go": "early"}, {"go": "late"}],
    }
}
RECEIVED = {
    "received": {
        "ask": "哪天收到的？",
        "kind": "date",
        "unit": "天前",
        "range": [0, 365],
        "go": [{"when": {"received": {"within": "7 days"}}, "go": "early"}, {"go": "late"}],
    }
}
MOVED = {"moved": {**RECEIVED["received"], "formerly": {"in-time": 7, "late": 365}}}
MOVED["moved"]["go"] = [{"when": {"moved": {"within": "7 days"}}, "go": "early"}, {"go": "late"}]
CLOSED = {
    "closed": {
        "ask": "哪天关的？",
        "kind": "date",
        "unit": "天前",
        "range": [0, 365],
        "go": [{"when": {"closed": {"within": "period.closing"}}, "go": "early"}, {"go": "late"}],
    }
}
SUM = {"ask": "多少？", "kind": "money", "unit": "元", "range": [0, 10000]}
BACK = {
    "first": {**SUM, "go": "back"},
    "back": {
        **SUM,
        "go": [{"when": {"back": {"under": "answer.first"}}, "go": "early"}, {"go": "late"}],
    },
}
MORE = "退的不能比付的多。"
GIVEN = {
    "given": {**SUM, "go": "came"},
    "came": {
        **SUM,
        "refuses": [{"when": {"came": {"over": "answer.given"}}, "say": MORE}],
        "go": [{"when": {"came": {"under": "answer.given"}}, "go": "early"}, {"go": "late"}],
    },
}
DUE = {
    "due": {
        "ask": "哪天到期？",
        "kind": "date",
        "lies": "future",
        "unit": "天后",
        "range": [0, 365],
        "go": [{"when": {"due": {"within": "7 days"}}, "go": "early"}, {"go": "late"}],
    }
}
FIELDS: dict[str, Any] = {"label": "关桥的期限", "number": 7, "unit": "day"}
CLOSING = Period.model_construct(**FIELDS, roll="next-working-day")


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory, world: World) -> Iterator[str]:
    """Decisions to type answers to, as bare pages with the scripts."""
    handed = (workdays_file(today(), "CN"), numerals_file(WORDS))
    folder = lay_pages(tmp_path_factory.mktemp("typed"), SCRIPTS, *handed)
    made = {str(seed): _without_gaps(typing_decision(seed)) for seed in DRAWN}
    some = (DAYS, PAID, RECEIVED, CLOSED, MOVED, DUE, BACK, GIVEN)
    made |= {next(iter(asked)): decision_of(asked, ENDS) for asked in some}
    write_pages(folder, world, {name: _as_shown(decision) for name, decision in made.items()})
    with serving(folder) as address:
        yield address


def _as_shown(decision: Decision) -> Decision:
    """Cut it into bands, without the records that they come from: the tiny site has none."""
    made = cut(decision, {"period.closing": CLOSING})
    asked = {
        name: question.model_copy(update={"cites": ()}) for name, question in made.questions.items()
    }
    return made.model_copy(update={"questions": asked})


def _without_gaps(decision: Decision) -> Decision:
    """Let everybody for whom no route applies go to an end: a page is made of whole ones only."""
    rest = next(iter(decision.questions.values())).go
    end = type(rest[0]).model_validate({"go": "o0"}) if rest else None
    questions = {
        name: question.model_copy(update={"go": (*(question.go or ()), end)})
        for name, question in decision.questions.items()
    }
    return decision.model_copy(update={"questions": questions})


def _address(decision: Decision, way: Way) -> str:
    """Write a walk as an address: of a day, which day it is."""
    pairs = []
    for name, answer in way:
        question = decision.questions[name]
        if question.kind == "date" and answer.isdigit():
            away = int(answer) * (-1 if question.lies == "past" else 1)
            pairs.append((name, (today() + timedelta(days=away)).isoformat()))
        else:
            pairs.append((name, answer))
    return urlencode(pairs)


def test_every_value_leads_where_comparing_it_leads(browser: Browser, typed: str) -> None:
    page = browser.new_page()
    for seed in DRAWN:
        decision = _without_gaps(typing_decision(seed))
        runs = list(walk(decision, random.Random(seed)))  # noqa: S311 - games of chance
        page.goto(f"{typed}{seed}.html")
        found = page.evaluate(LEADS, [_address(decision, way) for way, _ in runs])

        assert [end for end, _ in found] == [end for _, end in runs], seed
    page.close()


REFUSED = ("1e999", "0x1F", "٣", "-0", "-1", "7.5", "366", "Infinity", "NaN", "", " ", "<b>7</b>")


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("days", [*REFUSED, "99999999999999999999", "7元", "2026-11-25", "__proto__"]),
        ("paid", ["1e999", "0x1F", "٣", "-0", "499.999", "10000.01", "5天"]),
        (
            "received",
            ["2026-02-30", "0099-01-01", "1e999", "٣", "-0", "2026-13-01", "7天"],
        ),
    ],
)
def test_what_is_hostile_in_an_address_is_refused_in_words(
    browser: Browser, typed: str, name: str, values: list[str]
) -> None:
    page = browser.new_page()
    page.goto(f"{typed}{name}.html")
    found = page.evaluate(LEADS, [urlencode({name: value}) for value in values])

    assert found == [[None, 1] for _ in values]
    page.close()


@pytest.mark.parametrize(
    ("typing", "end"),
    [("7", "早"), ("8", "晚"), ("０", "早"), ("十二", "晚"), ("7天", "早"), ("365", "晚")],
)
def test_a_number_is_read_as_people_type_it(
    browser: Browser, typed: str, typing: str, end: str
) -> None:
    page = browser.new_page()
    page.goto(f"{typed}days.html")
    page.get_by_role("textbox").fill(typing)
    page.get_by_role("button", name="继续").click()

    expect(page.locator(".gw-stage .gw-outcome__title")).to_have_text(end)
    page.close()


@pytest.mark.parametrize(
    ("name", "typing", "said"),
    [
        ("days", "", "请先填"),
        ("days", "7.5", "请填整数"),
        ("days", "366", "请填 0 到 365 天之间的"),
        ("days", "-1", "不能小于零"),
        ("days", "1e999", "看不懂这个数"),
        ("days", "0x1F", "看不懂这个数"),
        ("days", "٣", "看不懂这个数"),
        ("days", "7元", "请按“天”填"),
        ("paid", "499.999", "最多填 2 位小数"),
    ],
)
def test_what_cannot_be_is_refused_beside_the_field(
    browser: Browser, typed: str, name: str, typing: str, said: str
) -> None:
    page = _with_typed(browser, f"{typed}{name}.html", typing)

    expect(page.locator(".gw-form__missing")).to_contain_text(said)
    expect(page.locator(".gw-form__missing")).to_be_focused()
    assert page.locator(".gw-stage [data-outcome]").count() == 0
    page.close()


def test_what_was_typed_is_said_kept_in_the_address_and_can_be_changed(
    browser: Browser, typed: str
) -> None:
    page = _with_typed(browser, f"{typed}paid.html", "499.99")

    expect(page.locator(".gw-trail strong")).to_have_text("499.99 元")
    assert page.url.endswith("#?paid=499.99")
    page.get_by_role("button", name="改").click()
    assert page.get_by_role("textbox").input_value() == "499.99"
    page.get_by_role("textbox").fill("1万")
    page.keyboard.press("Enter")
    expect(page.locator(".gw-stage .gw-outcome__title")).to_have_text("晚")
    assert page.url.endswith("#?paid=10000")
    page.close()


@pytest.mark.parametrize(
    ("typing", "said"), [("499.5", "499.50 元"), ("499", "499 元"), ("0.07", "0.07 元")]
)
def test_a_sum_is_said_with_both_digits_or_none(
    browser: Browser, typed: str, typing: str, said: str
) -> None:
    page = _with_typed(browser, f"{typed}paid.html", typing)

    expect(page.locator(".gw-trail strong")).to_have_text(said)
    page.close()


def test_the_way_ahead_counts_questions_and_not_what_can_be_typed(
    browser: Browser, typed: str
) -> None:
    page = browser.new_page()
    for name in ("days", "paid", "received"):
        page.goto(f"{typed}{name}.html")
        assert page.locator(".gw-map__dot").count() == 1
        assert page.locator(".gw-ask").first.get_attribute("data-most") == "1"
    page.close()


def test_an_option_beside_the_field_and_the_field_take_each_other_back(
    browser: Browser, typed: str
) -> None:
    page = browser.new_page()
    page.goto(f"{typed}days.html")
    field, unknown = page.get_by_role("textbox"), page.get_by_label("不清楚")
    assert page.get_by_role("radio").count() == 1
    field.fill("3")
    unknown.check()
    assert field.input_value() == ""
    field.fill("3")
    assert not unknown.is_checked()
    unknown.check()
    page.get_by_role("button", name="继续").click()

    expect(page.locator(".gw-stage .gw-outcome__title")).to_have_text("晚")
    page.close()


def test_of_a_day_is_said_until_when_the_answer_holds(browser: Browser, typed: str) -> None:
    page = browser.new_page()
    page.goto(f"{typed}received.html")
    page.locator("input[type=date]").fill((today() - timedelta(days=2)).isoformat())
    page.get_by_role("button", name="继续").click()
    last = today() + timedelta(days=5)

    expect(page.locator(".gw-until")).to_contain_text(
        f"到 {last.year} 年 {last.month} 月 {last.day} 日为止"
    )
    page.evaluate(LEADS, [f"received={today() - timedelta(days=8)}"])
    expect(page.locator(".gw-stage .gw-outcome__title")).to_have_text("晚")
    assert page.locator(".gw-until").count() == 0
    page.close()


def test_of_a_day_ahead_is_said_until_when_it_is_so_far(browser: Browser, typed: str) -> None:
    page = browser.new_page()
    page.goto(f"{typed}due.html")
    page.clock.set_fixed_time("2026-03-01T12:00:00")
    assert page.evaluate(LEADS, ["due=2026-03-11", "due=2026-03-08"]) == [["late", 0], ["early", 0]]
    page.evaluate(LEADS, ["due=2026-03-11"])

    expect(page.locator(".gw-until")).to_contain_text("到 2026 年 3 月 3 日为止")
    page.close()


def test_as_much_as_another_answer_is_not_less(browser: Browser, typed: str) -> None:
    page = browser.new_page()
    page.goto(f"{typed}first.html")

    found = page.evaluate(LEADS, [f"first=100&back={sum_}" for sum_ in ("99.99", "100", "100.01")])
    assert [end for end, _ in found] == ["early", "late", "late"]
    page.close()


def test_what_cannot_be_beside_another_answer_is_refused_in_its_words(
    browser: Browser, typed: str
) -> None:
    page = browser.new_page()
    page.goto(f"{typed}given.html")
    found = page.evaluate(LEADS, [f"given=9.5&came={sum_}" for sum_ in ("9.49", "9.5", "9.51")])
    assert [end for end, _ in found] == ["early", "late", None]
    expect(page.locator(".gw-form__missing")).to_have_text(MORE)
    assert page.get_by_role("textbox").input_value() == "9.51"

    page.get_by_role("textbox").fill("9.6")
    page.keyboard.press("Enter")
    expect(page.locator(".gw-form__missing")).to_have_text(MORE)
    expect(page.locator(".gw-form__missing")).to_be_focused()
    page.get_by_role("textbox").fill("9")
    page.keyboard.press("Enter")
    expect(page.locator(".gw-stage .gw-outcome__title")).to_have_text("早")
    page.get_by_role("button", name="改").first.click()
    page.get_by_role("textbox").fill("8")
    page.keyboard.press("Enter")
    expect(page.locator(".gw-form__missing")).to_have_text(MORE)
    assert page.locator(".gw-stage [data-outcome]").count() == 0
    page.close()


def test_without_script_what_is_refused_says_why(browser: Browser, typed: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{typed}given.html")
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    found = page.locator("[data-refused]")

    assert found.count() > 0
    expect(found.first).to_contain_text(MORE)
    page.close()


def test_today_is_that_of_the_reader(browser: Browser, typed: str) -> None:
    """In Shanghai it is the second of March already, in London still the first."""
    page = browser.new_page(timezone_id="Asia/Shanghai")
    page.goto(f"{typed}received.html")
    page.clock.set_fixed_time("2026-03-01T17:00:00Z")

    found = page.evaluate(LEADS, ["received=2026-03-02", "received=2026-03-03"])
    assert found == [["early", 0], [None, 1]]
    page.close()


def test_a_period_that_holidays_move_ends_when_it_is_counted_to(
    browser: Browser, typed: str
) -> None:
    """In the weeks before and after the first days of October and the Spring Festival of 2026."""
    page = browser.new_page()
    page.goto(f"{typed}closed.html")
    calendar, rule = workdays(today().year, "CN"), rule_of(CLOSING)
    for month in (2, 10):
        for day_now in (date(2026, month, day) for day in (6, 9, 14, 18, 24, 27)):
            page.clock.set_fixed_time(f"{day_now}T12:00:00")
            days = [day_now - timedelta(days=away) for away in range(25)]
            found = page.evaluate(LEADS, [f"closed={day}" for day in days])
            ends = [count(rule, day, calendar).last for day in days]

            assert [end for end, _ in found] == ["early" if e >= day_now else "late" for e in ends]
            page.evaluate(LEADS, [f"closed={day_now}"])
            last = ends[0]
            expect(page.locator(".gw-until")).to_contain_text(
                f"到 {last.year} 年 {last.month} 月 {last.day} 日为止"
            )
    page.close()


def test_without_script_what_is_typed_stands_as_bands_in_words(
    browser: Browser, typed: str
) -> None:
    page = browser.new_page(java_script_enabled=False)
    labels: dict[str, Any] = {}
    for name in ("days", "paid", "received", "closed"):
        page.goto(f"{typed}{name}.html")
        labels[name] = page.locator(".gw-option__label").all_text_contents()

    assert labels == {
        "days": ["0–7 天", "8 天以上", "不清楚"],
        "paid": ["0–499.99 元", "500 元以上"],
        "received": ["0–7 天前", "8 天前或更早"],
        "closed": ["没过关桥的期限", "过了关桥的期限"],
    }
    page.close()


def test_the_scripts_of_a_typed_decision_are_small() -> None:
    assert packed_size(SCRIPTS[3:]) <= 8_192


def test_an_option_of_before_opens_where_a_value_for_it_leads(browser: Browser, typed: str) -> None:
    page = browser.new_page()
    stage = page.locator(".gw-stage")
    for said, title in (("late", "晚"), ("in-time", "早")):
        page.goto(f"{typed}moved.html#?moved={said}")
        page.reload()
        expect(stage.locator(".gw-outcome__title")).to_have_text(title)
    page.close()


def _with_typed(browser: Browser, address: str, typing: str) -> Page:
    page = browser.new_page()
    page.goto(address)
    page.get_by_role("textbox").fill(typing)
    page.keyboard.press("Enter")
    return page

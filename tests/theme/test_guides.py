"""A guide in a real browser: the next action, one question and one step at a time, places."""

from __future__ import annotations

import re
from itertools import product

import pytest
from playwright.sync_api import Browser, Page, expect

from guideway.model.conditions import holds
from tests.support.asking import (
    answer,
    answer_everything,
    ask_one_by_one,
    chip,
    chips,
    open_steps,
    steps,
    unfold_all,
)
from tests.support.browsing import Opener, complete
from tests.support.ours import our_catalog
from tests.support.sampling import sample

pytestmark = pytest.mark.slow

GUIDE = "guides/lakala-pos-cancel/"
REFUND = "guides/alipay-refund/"
GUIDES = {entry.id: entry.value for entry in our_catalog().guides}
LAKALA = GUIDES["lakala-pos-cancel"]
MANY = next(id_ for id_, guide in GUIDES.items() if len(guide.warnings) > 3)


def _card(page: Page) -> str:
    return page.locator(".gw-now h2").inner_text()


def _open(page: Page) -> list[str]:
    """Name the step that is open, when a browser has come to it."""
    page.wait_for_function(ONE_OPEN)
    return open_steps(page)


def _title(page: Page, step: str) -> str:
    return page.locator(f"#{step} .gw-step__do").inner_text()


def _on(page: Page, step: str, button: str) -> None:
    page.locator(f"#{step}").get_by_role("button", name=button, exact=True).click()


def test_the_card_is_the_next_step_of_who_has_ticked_the_one_before(opened: Opener) -> None:
    page = opened(f"{GUIDE}#?source=direct&reason=stop&deposit=none&result=new")
    first, second, *_ = steps(page)
    assert _card(page) == _title(page, first)
    page.locator(".gw-now__act a").last.click()
    assert _open(page) == [first]
    _on(page, first, "办好了，下一步")

    assert _card(page) == _title(page, second)
    expect(page.locator(f"#{second} .gw-step__body")).to_be_visible()
    assert _open(page) == [second]
    expect(page.locator(f"#{first}")).to_have_class(re.compile("gw-step--done"))
    page.locator(f"#{first} summary").first.click()
    _on(page, first, "改成没办好")
    assert _card(page) == _title(page, first)


def test_the_card_follows_the_answers(opened: Opener) -> None:
    page = opened(f"{REFUND}#?way=cheated")
    cheated = _card(page)
    page.evaluate("() => { location.hash = '?way=platform' }")
    expect(chip(page, "平台下单")).to_be_visible()

    assert cheated == _title(page, "step-stop-fraud")
    assert _card(page) == _title(page, steps(page)[0])
    assert _card(page) != cheated


def test_who_has_said_nothing_starts_as_most_do_and_is_told_so(opened: Opener) -> None:
    """As if each question had its first answer; a step for some says for whom it is."""
    for id_ in sample("first cards", list(GUIDES), 0.2):
        guide = GUIDES[id_]
        usual = {name: next(iter(asked.options)) for name, asked in guide.questions.items()}
        step = next(step for step in guide.steps if step.when is None or holds(step.when, usual))
        page = opened(f"guides/{id_}/")
        assert _card(page) == _title(page, f"step-{step.id}"), id_
        assumed = page.locator(".gw-now__assumed").inner_text()
        assert assumed.startswith("先按“") == (step.when is not None), id_


def test_one_question_is_asked_at_a_time_and_an_answer_can_be_changed(opened: Opener) -> None:
    page = opened(GUIDE)
    asked = page.locator(".gw-tailor .gw-question:visible")
    expect(asked).to_have_count(0)
    ask_one_by_one(page)
    expect(asked).to_have_count(1)
    answer(page, "这台机器是谁给你的？", "代理商或业务员给的")

    assert chips(page) == ["代理给的"]
    expect(asked).to_have_count(1)
    expect(asked.locator("h2")).to_have_text("为什么要注销？")
    expect(asked.locator("h2")).to_be_focused()
    assert page.url.endswith("#?source=agent")
    chip(page, "代理给的").click()
    expect(chip(page, "代理给的")).to_have_attribute("aria-expanded", "true")
    expect(asked.locator("h2")).to_have_text("这台机器是谁给你的？")
    expect(asked.locator("[aria-pressed=true]")).to_have_text("代理商或业务员给的")
    answer(page, "这台机器是谁给你的？", "我和拉卡拉直接签约")
    assert chips(page) == ["直接签约"]
    assert page.url.endswith("#?source=direct")


def test_when_all_is_answered_nothing_is_asked_and_each_answer_is_there_to_change(
    opened: Opener,
) -> None:
    page = opened(GUIDE)
    answer_everything(page)

    assert page.locator(".gw-tailor .gw-question").count() == 0
    assert len(chips(page)) > 1
    for each in page.locator(".gw-chip").all():
        expect(each).to_contain_text("改")
        asked = each.get_attribute("data-ask")
        assert asked in [question.ask for question in LAKALA.questions.values()]


def test_a_situation_leads_to_a_page_of_what_is_left_of_the_guide(opened: Opener) -> None:
    page = opened(GUIDE)
    everything = page.locator(".gw-step").count()
    page.locator(".gw-situations a").filter(has_text="没激活").click()
    page.wait_for_url("**/guides/lakala-pos-cancel/unused/")

    expect(page.locator("h1")).to_have_text("没激活、没交钱的拉卡拉，不想要了")
    assert 0 < page.locator(".gw-step").count() < everything
    assert page.locator("[data-question=reason]").count() == 0
    page.locator("a.gw-chip").click()
    page.wait_for_url("**/guides/lakala-pos-cancel/")


def test_a_situation_takes_the_other_answers_along_to_the_sheet(opened: Opener) -> None:
    page = opened(f"{GUIDE}unused/#?source=agent")
    assert "代理给的" in chips(page)
    page.locator(".gw-sheet-link a[data-answers]").first.click()
    page.wait_for_url("**/sheet/**")

    assert {"source=agent", "reason=unused"} <= {*page.url.partition("#?")[2].split("&")}
    assert {"代理给的", "没激活"} <= {*chips(page)}


def test_the_line_says_how_far_one_has_come_and_the_way_out_is_not_counted(
    opened: Opener,
) -> None:
    page = opened(f"{GUIDE}#?source=direct&reason=stop&deposit=none&result=new")
    way = page.locator(".gw-way p > :first-child")
    counted = page.locator(".gw-step:visible:not(.gw-step--out)")
    every = counted.count()
    ids = counted.evaluate_all("(all) => all.map((step) => step.id)")
    assert page.locator(".gw-step--out:visible").count() > 0
    expect(way).to_have_text(f"共 {every} 步")
    page.locator(f"#{ids[1]} summary").first.click()
    expect(way).to_have_text(f"第 2 步，共 {every} 步")
    _on(page, ids[1], "上一步")
    expect(way).to_have_text(f"第 1 步，共 {every} 步")
    assert page.locator(f"#{ids[0]} .gw-move button:visible").count() == 1
    for id_ in ids:
        page.locator(f"#{id_} details").first.evaluate("(part) => { part.open = true; }")
        _on(page, id_, "办好了" if id_ == ids[-1] else "办好了，下一步")

    expect(way).to_have_text(f"{every} 步都办好了")
    expect(page.locator(".gw-now")).to_be_hidden()
    assert page.locator(".gw-step--out .gw-move").count() == 0


@pytest.mark.parametrize("knows", [True, False])
def test_one_step_is_open_at_a_time_also_where_groups_are_unknown(
    browser: Browser, address: str, *, knows: bool
) -> None:
    """A browser that does not know groups keeps the name, and does nothing with it."""
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    page.goto(address + GUIDE)
    if not knows:
        page.evaluate(ALONE)
    for step in steps(page)[:3]:
        page.locator(f"#{step} summary").first.click()
        assert _open(page) == [step]
    context.close()


ALONE = """() => document.querySelectorAll(".gw-step > details").forEach((part, at) => {
  part.setAttribute("name", `step-${at}`);
})"""
"""Groups of one: the browser closes none, as one that knows no groups."""
ONE_OPEN = "() => document.querySelectorAll('.gw-step > details[open]').length === 1"
PLACES = [
    (GUIDE, "step-complain", ".gw-step__body"),
    (GUIDE, "letter-complaint", ".gw-mail__paper"),
    (REFUND, "deadline-refund", "dd"),
    (GUIDE, "needs", None),
    (GUIDE, "step-chase", None),  # a step that another has taken over
    (GUIDE, "sources", None),
    (REFUND, "correction-agree-first", ".gw-correction__truth"),
]
COMING = sample(
    "ways to a place",
    product(PLACES, ["come", "link", "old", "sign"]),
    0.4,
    lambda each: (each[0][1], each[1]),
)
"""Every place somehow, and every way to some place."""


@pytest.mark.parametrize(("there", "how"), COMING)
def test_who_comes_for_a_place_sees_it_open(
    opened: Opener, there: tuple[str, str, str | None], how: str
) -> None:
    guide, place, inside = there
    said = "source=direct" if guide == GUIDE else "way=platform"
    tail = {"come": f"#{place}", "old": f"?{said}#{place}", "sign": f"#{place}?{said}", "link": ""}
    page = opened(guide + tail[how])
    if how == "link":
        page.evaluate("(place) => { location.hash = place }", place)
    target = page.locator(f"#{place}")

    expect(target).to_be_in_viewport()
    if inside:
        expect(target.locator(inside).first).to_be_visible()
    else:
        expect(target.locator("xpath=ancestor::details/*[2]")).to_be_visible()
    asked = "" if how in ("come", "link") else f"?{said}"
    assert page.url.endswith(f"#{place}{asked}")


def test_titles_stand_one_below_the_other_also_where_old_addresses_lead(opened: Opener) -> None:
    page = opened(GUIDE)
    starts = "(titles) => titles.map((one) => Math.round(one.getBoundingClientRect().left))"

    assert page.locator(".gw-was").count() > 1
    assert len({*page.locator(".gw-step__do:visible").evaluate_all(starts)}) == 1


def test_a_link_to_where_one_is_opens_what_was_closed_meanwhile(opened: Opener) -> None:
    page = opened(f"{GUIDE}#letter-complaint")
    letter = page.locator("#letter-complaint")
    expect(letter.locator(".gw-mail__paper")).to_be_visible()
    letter.locator("summary").click()
    expect(letter.locator(".gw-mail__paper")).to_be_hidden()
    page.locator("a[href='#letter-complaint']").last.evaluate("(link) => link.click()")

    expect(letter.locator(".gw-mail__paper")).to_be_visible()


@pytest.mark.parametrize("guide", sample("letters and days", list(GUIDES), 0.15))
def test_each_letter_and_each_day_is_there_once(opened: Opener, guide: str) -> None:
    page = opened(f"guides/{guide}/")
    ids = page.locator("[id]").evaluate_all("(all) => all.map((one) => one.id)")
    wanted = [
        *(f"letter-{letter.id}" for letter in GUIDES[guide].letters),
        *(f"deadline-{deadline.id}" for deadline in GUIDES[guide].deadlines),
    ]

    assert len(ids) == len({*ids})
    assert {*wanted} <= {*ids}


def test_a_letter_stands_in_the_first_step_of_its_that_is_there(opened: Opener) -> None:
    letter = next(each for each in GUIDES["alipay-refund"].letters if len(each.at) > 1)
    page = opened(REFUND)
    for way in ("platform", "transfer", "shop"):
        page.evaluate("(hash) => { location.hash = hash }", f"?way={way}&seller=not-yet")
        there = [id_ for id_ in steps(page) if id_.removeprefix("step-") in letter.at]
        found = page.locator(f"#letter-{letter.id}").evaluate(
            "(letter) => letter.closest('.gw-step').id"
        )
        assert not there or found == there[0], way


def test_what_not_to_do_is_three_lines_and_those_that_apply(opened: Opener) -> None:
    warned = [id_ for id_, guide in GUIDES.items() if guide.warnings]
    for id_ in sample("what not to do", warned, 0.2, _warnings):
        guide = GUIDES[id_]
        page = opened(f"guides/{id_}/")
        lines = page.locator(".gw-dont__line:visible")
        assert lines.count() == min(3, len(guide.warnings)), id_
        answer_everything(page, -1)
        applies = lines.evaluate_all("(all) => all.map((line) => line.dataset.applies)")
        assert len(applies) <= 3, id_
        assert "no" not in applies, id_
    page = opened(f"guides/{MANY}/")
    page.locator(".gw-dont summary").click()
    expect(page.locator(".gw-dont__line:visible")).to_have_count(len(GUIDES[MANY].warnings))


def _warnings(guide: str) -> list[int]:
    """How many there are, as its kind in a sample."""
    return [len(GUIDES[guide].warnings)]


def test_ticks_are_those_of_the_sheet(browser: Browser, address: str) -> None:
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    tail = "#?source=direct&reason=stop&deposit=none&result=new"
    page.goto(address + GUIDE + tail)
    first = steps(page)[0]
    page.locator(f"#{first} summary").first.click()
    _on(page, first, "办好了，下一步")
    page.goto(f"{address}{GUIDE}sheet/{tail}")
    boxes = page.locator(".gw-sheet__part--steps input:visible")
    expect(boxes.nth(0)).to_be_checked()
    expect(page.locator(".gw-progress")).to_contain_text("已完成 1 /")
    boxes.nth(1).check()
    page.goto(address + GUIDE + tail)
    complete(page)

    expect(page.locator(".gw-step--done")).to_have_count(2)
    expect(page.locator(".gw-way")).to_contain_text("办好 2 步")
    context.close()


def test_on_paper_all_that_applies_is_there_without_forms_and_buttons(opened: Opener) -> None:
    page = opened(f"{GUIDE}#?source=direct&reason=stop&deposit=none&result=new")
    applies = steps(page)
    page.emulate_media(media="print")
    for step in applies:
        assert page.locator(f"#{step} .gw-step__body").is_visible(), step
    forms = ":is(button:not(.gw-chip), input, textarea, select, .gw-chip u):visible"
    on_paper = page.locator("article").locator(forms)

    assert page.locator(".gw-step[hidden]:visible, [data-applies=no]:visible").count() == 0
    assert on_paper.evaluate_all("(all) => all.map((one) => one.outerHTML)") == []
    assert page.locator(".gw-mail__paper:visible").count() > 0
    assert page.locator(".gw-now:visible, .gw-way:visible, .gw-situations:visible").count() == 0


def test_by_keyboard_alone_one_answers_goes_on_and_changes(opened: Opener) -> None:
    page = opened(GUIDE)
    page.locator(".gw-situations button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".gw-question h2")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert len(chips(page)) == 1
    expect(page.locator(".gw-question h2")).to_be_focused()
    page.locator(".gw-step summary").first.focus()
    page.keyboard.press("Enter")

    assert len(_open(page)) == 1


def test_unfolded_by_hand_everything_a_guide_says_is_there_once(opened: Opener) -> None:
    """What is moved between steps for an answer is neither lost nor doubled."""
    page = opened(REFUND)
    before = page.locator("article [id]").count()
    answer_everything(page, -1)
    unfold_all(page)
    page.get_by_role("button", name="清除回答").click()

    assert page.locator("article [id]:not(.gw-question h2)").count() == before

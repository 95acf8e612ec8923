"""Deadlines, letters and action sheets in a real browser, as a reader uses them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from docx import Document
from icalendar import Calendar, Component
from lxml import etree
from playwright.sync_api import Browser, Download, Page, expect

from guideway.deadlines.counting import count, rule_of
from guideway.deadlines.workdays import workdays
from guideway.model.records import Period
from tests.support import asking, boxes
from tests.support.browsing import Opener, at_rest, complete
from tests.support.ours import our_catalog
from tests.support.sampling import sample
from tests.support.today import today
from tests.support.world import DAY

pytestmark = pytest.mark.slow

GUIDE = "guides/alipay-refund/"
GOODS = "#?way=platform&thing=goods&reason=changed-mind&state=within&seller=not-yet"
OURS = our_catalog()
DAYS = ".gw-blanks input[type=date], .gw-fill--day input"
"""Days are asked for beside what counts from them; on a sheet together."""
SCHEMAS = Path(__file__).parent
GUIDES = [entry.id for entry in OURS.guides]
COUNTED = [e.id for e in OURS.guides if any(each.period for each in e.value.deadlines)]


def _unfolded(opened: Opener, path: str) -> Page:
    """Open a page, and all that is closed on it."""
    page = opened(path)
    asking.unfold_all(page)
    return page


def _row(page: Page, deadline: str) -> str:
    return page.locator(f"#deadline-{deadline} .gw-date").inner_text()


def _fill_dates(page: Page, day: str) -> None:
    """Fill in every day that is asked for; a day may make another one needless."""
    dates = page.locator(DAYS).filter(visible=True)
    for name in dates.evaluate_all("(fields) => fields.map((field) => field.id)"):
        field = page.locator(f"[id='{name}']")
        if field.is_visible():
            field.fill(day)


def _kept(page: Page) -> list[str]:
    """What is kept on the device."""
    keys: list[str] = page.evaluate("Object.keys(localStorage)")
    return keys


def _saved(page: Page, act: Callable[[], None]) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        act()
    download: Download = waiting.value
    return download.suggested_filename, Path(download.path()).read_bytes()


def test_a_date_becomes_the_last_day_the_safe_day_and_what_to_do_after(opened: Opener) -> None:
    page = _unfolded(opened, GUIDE + GOODS)
    page.locator("[data-fills=received]").first.fill("2026-09-26")

    assert "2026年10月8日（周四）" in _row(page, "return")
    assert "2026年9月30日（周三）" in _row(page, "return")
    expect(page.locator("#deadline-return .gw-line--passed")).to_be_visible()


def test_a_day_long_ago_is_told_as_passed_and_a_far_one_as_estimated(opened: Opener) -> None:
    page = _unfolded(opened, GUIDE + GOODS)
    page.locator("[data-fills=received]").first.fill("2020-01-02")
    assert "已经过了" in _row(page, "return")

    page.locator("[data-fills=knew-on]").first.fill("2026-11-16")
    assert "2029 年放假安排尚未公布，按法定节日估算。" in _row(page, "sue")


@pytest.mark.parametrize("guide", sample("counted deadlines", COUNTED, 0.2))
def test_every_counted_deadline_of_a_guide_is_the_day_python_counts(
    opened: Opener, guide: str
) -> None:
    """All of them, shown or not: the answers only decide which a reader sees."""
    entry = next(entry for entry in OURS.guides if entry.id == guide)
    event = date(2026, 9, 24)
    page = opened(f"guides/{guide}/")
    page.evaluate(
        """(day) => document.querySelectorAll('.gw-fill--day [data-fills]').forEach((box) => {
            box.value = day;
            box.dispatchEvent(new Event('input'));
        })""",
        event.isoformat(),
    )
    for deadline in entry.value.deadlines:
        if deadline.period:
            period = OURS.entries[deadline.period].value
            assert isinstance(period, Period)
            last = count(rule_of(period), event, workdays(DAY.year, "CN")).last
            said = page.locator(f"#deadline-{deadline.id} .gw-date").text_content() or ""
            assert f"{last.year}年{last.month}月{last.day}日" in said, deadline.id


@pytest.mark.parametrize("typed", ["", "2026-02-30", "0001-01-01", "99999-01-01", "x", "<b>"])
def test_no_date_and_no_possible_date_count_nothing(opened: Opener, typed: str) -> None:
    page = _unfolded(opened, GUIDE + GOODS)
    page.evaluate(
        """(typed) => {
            const box = document.querySelector('[data-fills=received]');
            box.type = 'text';
            box.value = typed;
            box.dispatchEvent(new Event('input'));
        }""",
        typed,
    )

    assert "NaN" not in page.inner_text("body")
    if typed != "2026-02-30":  # a browser's own date field lets nobody type this
        assert _row(page, "return") == ""


def _events(page: Page, act: Callable[[], None]) -> dict[str, Component]:
    """What a calendar reads from the file that is saved: its events by their names."""
    name, content = _saved(page, act)
    read = Calendar.from_ical(content)
    assert name.endswith(".ics")
    assert {part.name for part in read.subcomponents} == {"VEVENT"}
    return {str(event["uid"]): event for event in read.walk("VEVENT")}


def test_the_readers_dates_go_into_a_calendar_in_the_words_of_the_deadline(opened: Opener) -> None:
    page = _unfolded(opened, GUIDE + GOODS)
    page.locator("[data-fills=received]").first.fill("2026-11-16")
    button = page.locator("#deadline-return").get_by_role("button", name="存到日历")
    ((name, event),) = _events(page, button.click).items()

    assert name == "return.2026-11-16.alipay-refund@guideway"
    assert event.decoded("dtstart") == date(2026, 11, 23)
    assert str(event["summary"]) == "你 · 提出网购无理由退货"
    assert str(event["description"]).splitlines() == [
        "在支付宝付的钱怎么退",
        "自收到商品之日起 7 日内",
    ]


def test_two_orders_are_two_events_and_the_same_order_is_the_same(opened: Opener) -> None:
    page = _unfolded(opened, GUIDE + GOODS)
    received, order = (
        page.locator(f"[data-fills={name}]").filter(visible=True).first
        for name in ("received", "order")
    )
    button = page.locator("#deadline-return").get_by_role("button", name="存到日历")
    saved: list[str] = []
    for day, number in (
        ("2026-11-16", ""),
        ("2026-11-17", ""),
        ("2026-11-16", ""),
        ("2026-11-16", "2026 1116"),
        ("2026-11-17", "20261116"),
        ("2026-11-17", "20261117"),
    ):
        received.fill(day)
        order.fill(number)
        saved += _events(page, button.click)

    first, second, again, numbered, later, other = saved
    assert first == again
    assert numbered == later  # the day was mended; the order is the same
    assert len({first, second, numbered, other}) == 4
    assert "1116" not in numbered


def test_without_a_date_no_file_is_offered(opened: Opener, our_site: Path) -> None:
    page = _unfolded(opened, GUIDE + GOODS)

    assert page.locator("a[href$='.ics']").count() == 0
    assert page.get_by_role("button", name="存到日历").count() == 0
    expect(page.locator("[data-all]")).to_be_hidden()
    assert list(our_site.rglob("*.ics")) == []


def _fill_letter(page: Page, letter: str) -> None:
    form = page.locator(f"#letter-{letter} .gw-fill")
    for field in form.locator("[data-field]:visible").all():
        box = field.locator("input, textarea")
        box.fill(today().isoformat() if box.get_attribute("type") == "date" else "甲乙丙")


def test_a_letter_grows_as_it_is_filled_in_and_can_be_copied(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(locale="zh-CN")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + GUIDE + GOODS)
    complete(page)
    asking.unfold_all(page)
    letter = page.locator("#letter-demand-refund")
    expect(letter.locator(".gw-notice")).to_contain_text("处没有填")
    _fill_letter(page, "demand-refund")
    expect(letter.locator(".gw-mail__paper")).to_contain_text("甲乙丙")
    expect(letter.locator(".gw-notice")).to_have_text("")
    letter.get_by_role("button", name="复制").click()
    copied = page.evaluate("navigator.clipboard.readText()")

    assert "【" not in copied
    assert "只在这种情况下" not in copied
    assert "《消费者权益保护法》第 25 条" in copied
    assert f"{today().year}年{today().month}月{today().day}日" in copied
    context.close()


def test_a_letter_can_be_saved_as_text_and_as_a_word_document(opened: Opener) -> None:
    page = _unfolded(opened, GUIDE + GOODS)
    _fill_letter(page, "demand-refund")
    letter = page.locator("#letter-demand-refund")
    text_name, text = _saved(page, letter.get_by_role("button", name="文本").click)
    word_name, word = _saved(page, letter.get_by_role("button", name="Word").click)
    paragraphs = [p.text for p in Document(io.BytesIO(word)).paragraphs]

    assert (text_name[-4:], word_name[-5:]) == (".txt", ".docx")
    assert text.startswith(b"\xef\xbb\xbf")
    assert text.decode("utf-8-sig").replace("\r\n", "\n").strip() == "\n\n".join(paragraphs)


def test_a_word_document_is_as_ecma_376_wants_it(opened: Opener) -> None:
    page = _unfolded(opened, GUIDE + GOODS)
    _fill_letter(page, "demand-refund")
    letter = page.locator("#letter-demand-refund")
    _, word = _saved(page, letter.get_by_role("button", name="Word").click)
    with zipfile.ZipFile(io.BytesIO(word)) as parts:
        text = etree.fromstring(parts.read("word/document.xml"))
    schema = etree.XMLSchema(file=SCHEMAS / "wordprocessingml.xsd")

    schema.assertValid(text)
    assert text.findall(".//{*}jc")
    _swap(text, "jc", "spacing")
    assert not schema.validate(text)


def _swap(text: etree._Element, one: str, other: str) -> None:
    """Put a property of the first paragraph before another one."""
    properties = next(text.iter("{*}pPr"))
    before, after = properties.find(f"{{*}}{one}"), properties.find(f"{{*}}{other}")
    assert before is not None
    assert after is not None
    after.addprevious(before)


def test_a_browser_is_told_which_blanks_are_the_readers_own_name_and_number(
    opened: Opener,
) -> None:
    boxes = _unfolded(opened, GUIDE + GOODS).locator("[data-fills]")
    told = boxes.evaluate_all(
        "(all) => all.map((box) => [box.dataset.fills, box.autocomplete, box.type])"
    )

    own = {name: (asked, kind) for name, asked, kind in told if asked in ("name", "tel")}
    assert own == {"name": ("name", "text"), "phone": ("tel", "tel")}
    assert {asked for _, asked, kind in told if kind != "textarea"} == {"off", "name", "tel"}


def test_a_letter_that_can_harm_its_sender_warns_at_the_button_and_not_in_the_letter(
    opened: Opener,
) -> None:
    letter = _unfolded(opened, "guides/rental-overdue/#?received=calls&phone=here").locator(
        "#letter-offer"
    )
    copy = letter.get_by_role("button", name="复制")
    caution = letter.locator(f"#{copy.get_attribute('aria-describedby')}")
    _, text = _saved(letter.page, letter.get_by_role("button", name="文本").click)

    expect(caution).to_contain_text("诉讼时效会从那时重新计算")
    tops = [part.bounding_box() for part in (letter.locator(".gw-mail__paper"), caution, copy)]
    assert sorted(tops, key=lambda box: box["y"] if box else 0) == tops
    assert "本信不表示承认对方主张的数额" in text.decode()
    assert "诉讼时效" not in text.decode()


def test_a_letter_with_signs_that_mean_something_elsewhere_is_saved_as_typed(
    opened: Opener,
) -> None:
    page = _unfolded(opened, GUIDE + GOODS)
    _fill_letter(page, "demand-refund")
    hostile = "<script>alert(1)</script> & ]]> \"'"
    page.locator("#letter-demand-refund [data-fills=name]").fill(hostile)
    letter = page.locator("#letter-demand-refund")
    _, word = _saved(page, letter.get_by_role("button", name="Word").click)

    assert hostile in "\n".join(p.text for p in Document(io.BytesIO(word)).paragraphs)
    assert page.locator("#letter-demand-refund script").count() == 0


def test_a_letter_waits_for_answers_and_leaves_out_what_does_not_apply(opened: Opener) -> None:
    page = _unfolded(opened, GUIDE)
    letter = page.locator("#letter-demand-refund")
    expect(letter.locator(".gw-notice")).to_contain_text("先回答")

    page = _unfolded(opened, GUIDE + GOODS)
    asking.answer_everything(page)
    letter = page.locator("#letter-demand-refund")
    expect(letter.locator(".gw-notice")).not_to_contain_text("先回答")
    assert letter.locator(".gw-mail__paper [data-applies=unknown]:visible").count() == 0


def test_what_is_typed_once_is_typed_everywhere_and_kept_only_if_asked(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    page.goto(address + GUIDE + GOODS)
    complete(page)
    asking.unfold_all(page)
    page.locator("[data-fills=received]").first.fill("2026-11-16")
    everywhere = page.locator("[data-fills=received]")
    assert {box.input_value() for box in everywhere.all()} == {"2026-11-16"}
    assert _kept(page) == []
    assert "2026-11-16" not in page.url

    page.get_by_label("在这台设备上记住我填的内容").check()
    page.goto(address + GUIDE + "sheet/" + GOODS)
    assert page.locator("[data-fills=received]").first.input_value() == "2026-11-16"

    page.get_by_role("button", name="忘掉我填的内容").click()
    page.reload()
    assert page.locator("[data-fills=received]").first.input_value() == ""
    assert _kept(page) == []
    assert context.cookies() == []
    context.close()


def test_a_whole_card_number_is_not_taken_without_a_word(opened: Opener) -> None:
    page = _unfolded(opened, "guides/lakala-pos-cancel/")
    box = page.locator(".gw-mail .gw-fill__field:visible input[type=text]").first
    warned = page.locator(".gw-fill__warning:visible", has_text="完整的卡号")
    box.fill(_with_check_digit("621226020000123456"))

    expect(warned.first).to_be_visible()


def _with_check_digit(number: str) -> str:
    """Add the last digit that makes a card number pass (ISO/IEC 7812-1)."""
    digits = [int(digit) for digit in reversed(number)]
    doubled = [d * 2 - 9 * (d > 4) if place % 2 == 0 else d for place, d in enumerate(digits)]
    return number + str(-sum(doubled) % 10)


def test_nothing_that_is_typed_leaves_the_page(browser: Browser, address: str) -> None:
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    page.goto(address + GUIDE + GOODS)
    at_rest(page)
    asking.unfold_all(page)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data or ''}"))
    _fill_letter(page, "demand-refund")
    _fill_dates(page, "2026-11-16")
    page.reload()
    at_rest(page)

    assert sent != []
    assert [s for s in sent if "2026-11-16" in s or quote("甲乙丙") in s or "甲乙丙" in s] == []
    context.close()


def test_without_script_rules_and_letters_stand_in_words(opened: Opener) -> None:
    page = opened(GUIDE, java_script_enabled=False)

    expect(page.locator("#deadline-return")).to_contain_text("当天不算，从第二天数起")
    expect(page.locator("#letter-demand-refund")).to_contain_text("【")
    assert page.locator(".gw-fill").count() == 0


TRANSLATED = """() => {
    document.documentElement.lang = "en";
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const { parentElement: parent } = node;
        const left = parent.closest("script, style, textarea, [translate=no]");
        if (node.data.trim() && !left && parent.localName !== "font") found.push(node);
    }
    for (const node of found) {
        const [outer, inner] = [document.createElement("font"), document.createElement("font")];
        const other = (words) => `word${words.length}`;
        inner.textContent = node.data.replace(/[\\u4e00-\\u9fff]+/g, other);
        outer.append(inner);
        node.replaceWith(outer);
    }
    return found.length;
}"""
"""What a browser does that translates a page: words replaced, each text in elements of its own."""


def test_a_page_that_a_browser_translates_counts_and_fills_in_and_leaves_letters_as_they_are(
    opened: Opener,
) -> None:
    page = _unfolded(opened, GUIDE)
    assert page.evaluate(TRANSLATED) > 500
    asking.answer_everything(page)
    page.evaluate(TRANSLATED)
    page.locator("[data-fills=received]").first.fill("2026-11-16")
    page.evaluate(TRANSLATED)
    page.locator("[data-fills=received]").first.fill("2026-11-17")
    assert "2026年11月24日" in _row(page, "return")
    _fill_letter(page, "demand-refund")
    letter = page.locator("#letter-demand-refund")
    _, text = _saved(page, letter.locator("button").nth(1).click)
    said = text.decode()

    assert "甲乙丙" in said
    assert "word" not in said
    assert "【" not in said
    assert letter.locator(".gw-notice").inner_text() == ""
    calls = page.locator("a[href^='tel:']")
    assert calls.count() > 0
    assert {call.get_attribute("translate") for call in calls.all()} == {"no"}


def test_the_sheet_has_only_the_steps_that_apply(opened: Opener) -> None:
    everything = opened(GUIDE + "sheet/").locator(".gw-sheet__part--steps li:visible").count()
    page = opened(GUIDE)
    page.goto(page.url + GOODS)
    page.locator(".gw-sheet-link a[data-answers]").click()
    page.wait_for_url("**/sheet/**")
    mine = page.locator(".gw-sheet__part--steps li:visible")

    assert GOODS in page.url
    assert 0 < mine.count() < everything
    numbers = mine.locator(".gw-step__number").all_inner_texts()
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    assert mine.filter(has_not=page.locator(".gw-step__number")).count() == (
        page.locator(".gw-sheet .gw-step--out:visible").count()
    )


def test_ticks_stay_on_this_device_until_they_are_cleared(browser: Browser, address: str) -> None:
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    page.goto(address + GUIDE + "sheet/" + GOODS)
    page.locator(".gw-sheet__part--steps input:visible").nth(0).check()
    page.locator(".gw-sheet__part--steps input:visible").nth(1).check()
    page.reload()
    expect(page.locator(".gw-progress")).to_contain_text("已完成 2 /")

    page.get_by_role("button", name="清除打勾").click()
    page.reload()
    expect(page.locator(".gw-progress")).to_contain_text("已完成 0 /")
    assert _kept(page) == []
    context.close()


def test_the_sheet_can_be_ticked_by_keyboard_and_every_box_has_a_name(opened: Opener) -> None:
    page = opened(GUIDE + "sheet/" + GOODS)
    box = page.locator(".gw-sheet__part--steps input:visible").first
    box.focus()
    page.keyboard.press("Space")
    names = page.locator(".gw-sheet [role=checkbox], .gw-sheet input[type=checkbox]").evaluate_all(
        """(boxes) => boxes.map((box) => box.labels[0]?.textContent
            || document.getElementById(box.getAttribute('aria-labelledby'))?.textContent)"""
    )

    assert box.is_checked()
    assert [name for name in names if not name] == []


def test_the_sheet_can_be_saved_as_markdown(opened: Opener) -> None:
    page = opened(GUIDE + "sheet/" + GOODS)
    page.locator(".gw-sheet__part--steps input:visible").first.check()
    _fill_dates(page, "2026-11-16")
    name, content = _saved(page, page.get_by_role("button", name="Markdown").click)
    lines = content.decode().splitlines()

    assert name.endswith(".md")
    assert lines[0].startswith("# 行动单")
    assert "- 这笔钱是怎么付的？ 平台下单" in lines
    assert len([line for line in lines if line.startswith("- ") and "？ " in line]) == 5
    assert len([line for line in lines if line.startswith("1. [x] ")]) == 1
    assert len([line for line in lines if " [ ] " in line]) > 10
    assert any("2026年11月23日" in line for line in lines)
    assert [line for line in lines if line.startswith("## ")] == [
        "## 步骤",
        "## 日期",
        "## 费用",
        "## 联系方式",
        "## 要留的证据",
        "## 要发的信",
        "## 谈不拢时，按顺序找",
        "## 依据和核对日期",
    ]


@pytest.mark.parametrize("guide", sample("sheets on paper", GUIDES, 0.2))
def test_a_sheet_with_its_answers_is_printed_on_two_pages(
    opened: Opener, guide: str, tmp_path: Path
) -> None:
    page = opened(f"guides/{guide}/sheet/", bypass_csp=True)  # for the style of the test
    page.add_style_tag(content=boxes.style())
    page.evaluate("() => document.fonts.load('1rem Boxes')")
    asking.answer_everything(page)
    _fill_dates(page, "2026-11-16")
    paper = tmp_path / "sheet.pdf"
    page.pdf(path=paper, format="A4", prefer_css_page_size=True)
    page.emulate_media(media="print")

    assert paper.read_bytes().count(b"/Type /Page\n") <= 2
    expect(page.locator(".md-header")).to_be_hidden()
    expect(page.locator(".gw-tailor")).to_be_hidden()
    expect(page.locator(".gw-sheet__part--steps li").first).to_be_attached()


def test_on_paper_an_address_stands_beside_its_link(opened: Opener) -> None:
    page = opened(GUIDE + "sheet/" + GOODS)
    page.emulate_media(media="print")
    link = page.locator(".gw-sheet__part--contacts a[href^=https]").first
    shown = link.evaluate("(a) => getComputedStyle(a, '::after').content")

    assert link.get_attribute("href") in shown
    assert page.url in (page.locator(".gw-sheet__address").text_content() or "")


def test_without_script_the_sheet_is_whole_with_boxes_for_a_pen(opened: Opener) -> None:
    page = opened(GUIDE + "sheet/", java_script_enabled=False)

    assert page.locator(".gw-tick__box:visible").count() > 20
    expect(page.locator(".gw-sheet__part--sources")).to_be_visible()


def test_an_overdue_page_says_so_when_the_reader_comes_late(opened: Opener) -> None:
    page = opened(GUIDE)
    notice = page.locator(".gw-overdue")
    expect(notice).to_be_hidden()
    due = date.fromisoformat(notice.get_attribute("data-due") or "")
    late = due + timedelta(days=1)
    page.clock.install(time=f"{late.isoformat()}T10:00:00")
    page.reload()

    expect(notice).to_be_visible()


def test_the_pages_of_a_printed_sheet_are_counted_right(tmp_path: Path, opened: Opener) -> None:
    """The test above counts pages in the PDF itself; a long page shows that it can fail."""
    page = opened("guides/alipay-refund/")
    paper = tmp_path / "guide.pdf"
    page.pdf(path=paper, format="A4")

    assert paper.read_bytes().count(b"/Type /Page\n") > 5

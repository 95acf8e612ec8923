"""Questions and answers in a real browser: decisions, tailored guides, any address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from guideway.catalog import Entry
from guideway.decisions.handing import guide_of
from guideway.editions.website.script_data import asking_file
from guideway.model.conditions import holds
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.values import is_value
from guideway.project.templates import read_words
from tests.support import asking
from tests.support.browsing import Opener, serving
from tests.support.flows import decision_of, random_decision, size_of, walk
from tests.support.handovers import answers_in, expected, led_to
from tests.support.ours import our_catalog
from tests.support.sampling import sample
from tests.support.sites import ROOT
from tests.support.trees import render_decision
from tests.support.world import World

pytestmark = pytest.mark.slow

# Answers are put into the address as a link on the page does, and the shown outcome is read.
RUN = """
(addresses) => addresses.map((query) => {
  history.replaceState(null, "", location.pathname + "#?" + query);
  dispatchEvent(new HashChangeEvent("hashchange"));
  const outcome = document.querySelector(".gw-stage [data-outcome]");
  return outcome ? outcome.dataset.outcome : null;
})
"""


# An answer is made nonsense; what the page keeps of the others goes back to it with the right one.
MEND = """
(tries) => tries.map(([spoilt, right]) => {
  const go = (query) => {
    history.replaceState(null, "", location.pathname + "#?" + query);
    dispatchEvent(new HashChangeEvent("hashchange"));
  };
  go("");
  go(spoilt);
  const notices = document.querySelectorAll(".gw-notice").length;
  go(location.hash.slice(2) + "&" + right);
  const outcome = document.querySelector(".gw-stage [data-outcome]");
  return [notices, outcome ? outcome.dataset.outcome : null];
})
"""


LINKS = """
(addresses) => addresses.map((query) => {
  history.replaceState(null, "", location.pathname + "#?" + query);
  dispatchEvent(new HashChangeEvent("hashchange"));
  const link = document.querySelector(".gw-stage .gw-outcome__guide a");
  return link ? link.pathname + link.hash : "";
})
"""


FRAME = """<!doctype html><meta charset="utf-8"><title>t</title>{}
<script src="guideway.js"></script>"""


ENDS = {
    "end": {"kind": "done", "title": "完", "text": "完"},
    "other": {"kind": "done", "title": "另", "text": "另"},
}
RENAMED = {
    "colour": {
        "ask": "什么颜色",
        "aliases": ["color"],
        "options": {
            "blue": {"label": "蓝", "aliases": ["azure"], "go": "end"},
            "red": {"label": "红", "go": "other"},
        },
    }
}


CLASHING = {
    "machine": {
        "ask": "什么机器",
        "aliases": ["device"],
        "options": {
            "scanner": {"label": "扫码盒", "aliases": ["card"], "go": "end"},
            "card": {"label": "刷卡机", "go": "device"},
        },
    },
    "device": {
        "ask": "还能用吗",
        "options": {
            "works": {"label": "能", "go": "end"},
            "dead": {"label": "不能", "go": "other"},
        },
    },
}
THREE = {
    "one": {
        "ask": "第一题",
        "options": {"on": {"label": "往下", "go": "two"}, "out": {"label": "停", "go": "end"}},
    },
    "two": {
        "ask": "第二题",
        "options": {"on": {"label": "往下", "go": "three"}, "out": {"label": "停", "go": "end"}},
    },
    "three": {
        "ask": "第三题",
        "options": {"left": {"label": "左", "go": "end"}, "right": {"label": "右", "go": "other"}},
    },
}


HANDOVER = {"id": "bridge", "answers": {"horse": "have"}}
ASKED = """
questions:
  nerve: {ask: 怕高吗, options: {none: 不怕, some: 有点怕}}
  horse: {ask: 有马吗, options: {have: 有马, none: 没马}}
needs: [{what: 绳, when: {nerve: some, horse: have}}]
"""


UNFOLD = "for (const one of document.querySelectorAll('details')) one.open = true"
DRAWN = sample("decisions by chance, in a browser", range(200), 0.1, size_of)
"""Their seeds."""


@pytest.fixture(scope="module")
def chance(tmp_path_factory: pytest.TempPathFactory, world: World) -> Iterator[str]:
    """Decisions made by chance, as bare pages with the script."""
    folder = tmp_path_factory.mktemp("chance")
    asking = asking_file(read_words(ROOT / "templates"))
    parts = [_script("guideway", "fragment"), asking, _script("questions", "hand-over", "decision")]
    (folder / "guideway.js").write_text("\n".join(parts))
    for seed in DRAWN:
        text = render_decision(world, random_decision(seed)).split("---\n", 2)[2]
        (folder / f"{seed}.html").write_text(FRAME.format(text))
    for name, questions in {"renamed": RENAMED, "clashing": CLASHING, "three": THREE}.items():
        text = render_decision(world, decision_of(questions, ENDS)).split("---\n", 2)[2]
        (folder / f"{name}.html").write_text(FRAME.format(text))
    text = render_decision(world.amended("content/guides/bridge.yaml", ASKED), _handing())
    (folder / "handing.html").write_text(FRAME.format(text.split("---\n", 2)[2]))
    with serving(folder) as address:
        yield address


def _handing() -> Decision:
    """Two answers lead to one outcome, and mean two things to its guide."""
    options = {name: {"label": name, "go": "end"} for name in ("certain", "doubtful")}
    asleep = {"asleep": {"label": "z", "go": "other"}}
    mood = {"mood": {"ask": "?", "options": {**options, **asleep}}}
    hands = {"bridge": {"answers": {"nerve": {"mood": {"certain": "none", "doubtful": "some"}}}}}
    plain = decision_of(mood, {**ENDS, "end": {**ENDS["end"], "guide": HANDOVER}})
    return Decision.model_validate({**plain.model_dump(), "hands": hands})


def test_the_script_leads_where_the_answers_do_on_random_decisions(
    browser: Browser, chance: str
) -> None:
    page = browser.new_page()
    for seed in DRAWN:
        runs = list(walk(random_decision(seed)))[:300]
        page.goto(f"{chance}{seed}.html")
        shown = page.evaluate(RUN, [urlencode(way) for way, _ in runs])

        assert shown == [end for _, end in runs], seed
    page.close()


def test_an_old_address_with_earlier_names_still_works(browser: Browser, chance: str) -> None:
    page = browser.new_page()
    page.goto(f"{chance}renamed.html?color=azure")

    assert page.locator(".gw-stage [data-outcome]").get_attribute("data-outcome") == "end"
    assert page.url.endswith("renamed.html#?colour=blue")
    page.close()


def test_the_name_something_has_now_comes_before_an_earlier_name(
    browser: Browser, chance: str
) -> None:
    """A rule forbids both at once; a page that was made before it must not mislead."""
    page = browser.new_page()
    page.goto(f"{chance}clashing.html#?machine=card&device=dead")

    assert page.locator(".gw-stage [data-outcome]").get_attribute("data-outcome") == "other"
    page.close()


def test_an_answer_nobody_understands_takes_no_other_with_it_on_random_decisions(
    browser: Browser, chance: str
) -> None:
    page = browser.new_page()
    spoilt = 0
    for seed in DRAWN:
        ways = [(way, end) for way, end in walk(random_decision(seed)) if len(way) > 1][:40]
        tries = [
            (urlencode([*way[:at], (way[at][0], "nonsense"), *way[at + 1 :]]), urlencode([way[at]]))
            for way, _ in ways
            for at in range(len(way))
        ]
        page.goto(f"{chance}{seed}.html")
        found = page.evaluate(MEND, tries)

        assert [end for _, end in found] == [end for way, end in ways for _ in way], seed
        assert all(notices for notices, _ in found), seed
        spoilt += len(tries)
    assert spoilt > 100
    page.close()


def test_what_was_not_understood_is_said_once_and_what_comes_after_waits(
    browser: Browser, chance: str
) -> None:
    page = browser.new_page()
    page.goto(f"{chance}three.html#?one=on&two=nonsense&three=right")
    expect(page.locator(".gw-stage legend")).to_have_text("第二题")
    expect(page.locator(".gw-notice")).to_have_text(re.compile("^地址里有 1 个看不懂"))
    assert page.url.endswith("#?one=on&three=right")
    page.get_by_label("往下").check()
    page.get_by_role("button", name="继续").click()

    assert page.locator(".gw-stage [data-outcome]").get_attribute("data-outcome") == "other"
    assert page.locator(".gw-notice").count() == 0
    page.go_back()
    expect(page.locator(".gw-stage legend")).to_have_text("第二题")
    assert page.url.endswith("#?one=on&three=right")
    page.close()


def test_the_picture_has_a_dot_for_each_question_and_no_place_is_there_twice(
    browser: Browser, chance: str
) -> None:
    """What was answered, what is asked, what comes for sure, and what comes perhaps."""
    page = browser.new_page()
    dots = "(all) => all.map((one) => one.dataset.is)"
    for said, shown in (("", "here perhaps perhaps"), ("one=on", "done here perhaps")):
        page.goto(f"{chance}three.html#?{said}")
        page.reload()
        assert page.locator(".gw-map__dot").evaluate_all(dots) == shown.split()
    page.goto(f"{chance}three.html#?one=out")
    expect(page.locator(".gw-stage [data-outcome]")).to_be_visible()
    ids = page.locator("[id]").evaluate_all("(all) => all.map((one) => one.id)")

    assert len(ids) == len(set(ids)) > 3
    page.close()


def test_an_answer_that_can_be_of_no_use_any_more_is_named_and_goes(
    browser: Browser, chance: str
) -> None:
    page = browser.new_page()
    page.goto(f"{chance}three.html#?one=on&two=out&three=right")

    assert page.locator(".gw-stage [data-outcome]").get_attribute("data-outcome") == "end"
    expect(page.locator(".gw-notice")).to_have_text(re.compile("已去掉：“第三题”"))
    assert page.url.endswith("#?one=on&two=out")
    expect(page.locator(".gw-stage [data-outcome] .gw-when")).to_have_text(
        re.compile("“往下”.*“停”")
    )
    page.get_by_role("button", name="改").last.click()
    assert page.locator(".gw-notice").count() == 0
    page.close()


def test_going_on_without_an_answer_leads_to_the_message_and_the_title_says_so(
    browser: Browser, chance: str
) -> None:
    page = browser.new_page()
    page.goto(f"{chance}three.html")
    title = page.title()
    for _ in range(2):
        page.get_by_role("button", name="继续").click()
        expect(page.locator(".gw-form__missing")).to_be_focused()
        assert page.title() == f"错误：{title}"
    page.get_by_label("往下").check()
    page.get_by_role("button", name="继续").click()

    assert page.title().startswith("第二题")
    page.close()


def test_the_script_leads_where_the_answers_do_on_our_decisions(opened: Opener) -> None:
    for entry in sample("our decisions", our_catalog().decisions, 0.4):
        runs = list(walk(entry.value))
        page = opened(f"decisions/{entry.id}/")

        assert page.evaluate(RUN, [urlencode(way) for way, _ in runs]) == [end for _, end in runs]


def test_the_link_to_a_guide_takes_along_what_was_answered(opened: Opener) -> None:
    """All that a walk through our decisions has told, of what the guide asks, and nothing else."""
    catalog = our_catalog()
    links = 0
    drawn = sample("our handovers", catalog.decisions, 0.4)
    for entry in drawn:
        runs = list(walk(entry.value))[::3]
        page = opened(f"decisions/{entry.id}/")
        hashes = page.evaluate(LINKS, [urlencode(way) for way, _ in runs])
        for (way, end), found in zip(runs, hashes, strict=True):
            guide = guide_of(catalog, led_to(entry.value, end, dict(way)))
            wanted = expected(entry.value, end, guide, dict(way)) if guide else {}
            wanted |= _filled(entry.value, end, dict(way)) if guide else {}
            told = answers_in(found, guide) if guide else {}
            assert told == wanted, (entry.id, way)
            links += bool(wanted)
    assert links > len(drawn)


def _filled(decision: Decision, end: str, said: dict[str, str]) -> dict[str, str]:
    """What was typed fills in blanks: a sum is one as it stands in a walk, a day is not."""
    handover = led_to(decision, end, said)
    hands = decision.hands.get(handover.id) if handover else None
    typed = {q: a for q, a in said.items() if decision.questions[q].kind in {"money", "number"}}
    filled = hands.blanks.items() if hands else ()
    return {f"blank.{b}": typed[q] for b, q in filled if is_value(typed.get(q, ""))}


def test_one_link_tells_readers_apart_who_came_to_it_with_different_answers(
    browser: Browser, chance: str
) -> None:
    page = browser.new_page()
    page.goto(f"{chance}handing.html#?mood=doubtful")
    link = page.locator(".gw-stage .gw-outcome__guide a")

    assert (link.get_attribute("href") or "").endswith("guides/bridge/#?horse=have&nerve=some")
    page.goto(f"{chance}handing.html#?mood=certain")
    assert (link.get_attribute("href") or "").endswith("guides/bridge/#?horse=have&nerve=none")
    assert page.locator(".gw-decision .gw-outcome__guide a").first.get_attribute("href") == (
        "../../guides/bridge/#?horse=have"
    )
    page.close()


def test_without_script_every_outcome_is_on_the_page(opened: Opener) -> None:
    for entry in sample("our outcomes", our_catalog().decisions, 0.4):
        page = opened(f"decisions/{entry.id}/", java_script_enabled=False)

        assert page.locator("[data-outcome]:visible").count() == 0
        page.evaluate(UNFOLD)
        assert page.locator("[data-outcome]:visible").count() >= len(entry.value.outcomes)
        assert page.locator("input").count() == page.locator("header input, body > input").count()


def test_a_decision_is_made_by_keyboard_alone(opened: Opener) -> None:
    page = opened("decisions/which-machine/")
    page.locator(".gw-stage input").first.focus()
    for _ in range(8):
        if page.locator(".gw-stage [data-outcome]").count():
            break
        page.locator(".gw-stage input").first.focus()
        page.keyboard.press("Space")
        page.keyboard.press("Enter")

    heading = page.locator(".gw-stage .gw-outcome__title")
    expect(heading).to_be_focused()
    assert page.title().startswith(heading.inner_text())
    assert "/#?" in page.url


def test_a_picture_shows_where_one_is_among_the_questions(opened: Opener) -> None:
    page = opened("decisions/which-machine/#?machine=card")
    map_ = page.locator(".gw-map")

    expect(map_.locator("[data-is=done]")).to_have_count(1)
    expect(map_).to_contain_text("你在这里")
    said = map_.get_attribute("aria-label") or ""
    assert said.startswith("已经回答 1 个，现在是第 2 个。")
    assert said.endswith(page.locator(".gw-left").inner_text())


def test_nothing_chosen_is_said_and_nothing_moves(opened: Opener) -> None:
    page = opened("decisions/which-machine/")
    page.get_by_role("button", name="继续").click()

    expect(page.locator(".gw-form__missing")).to_have_text("请先选一个。")
    expect(page.locator(".gw-stage fieldset legend")).to_be_visible()


def test_an_earlier_answer_is_changed_and_what_no_longer_fits_is_named(opened: Opener) -> None:
    """The first answer of a long path is changed to one that ends at once."""
    decision = _our_decision("what-happened")
    runs = list(walk(decision))
    longest, _ = max(runs, key=lambda run: len(run[0]))
    ((_, option),), end = next(run for run in runs if len(run[0]) == 1)
    page = opened(f"decisions/what-happened/#?{urlencode(longest)}")
    page.locator(".gw-trail li button").first.click()
    expect(page.locator(f".gw-stage input[value={longest[0][1]}]")).to_be_checked()
    page.locator(f".gw-stage input[value={option}]").check()
    page.get_by_role("button", name="继续").click()

    notice = page.locator(".gw-notice").inner_text()
    assert [q for q, _ in longest[1:] if decision.questions[q].ask not in notice] == []
    assert page.locator(".gw-stage [data-outcome]").get_attribute("data-outcome") == end


def test_later_answers_stay_while_they_are_still_asked_for(opened: Opener) -> None:
    decision = _our_decision("which-machine")
    runs = {way: end for way, end in walk(decision) if len(way) > 1}
    first = next(
        (one, other)
        for one in runs
        for other in runs
        if one[0] != other[0] and one[1:] == other[1:]
    )
    page = opened(f"decisions/which-machine/#?{urlencode(first[0])}")
    page.locator(".gw-trail li button").first.click()
    page.locator(f".gw-stage input[value={first[1][0][1]}]").check()
    page.get_by_role("button", name="继续").click()

    page.wait_for_url(f"**/#?{urlencode(first[1])}")
    assert page.locator(".gw-notice").count() == 0


def test_back_forward_reload_and_sharing_keep_the_answers(opened: Opener) -> None:
    page = _at_an_outcome(opened("decisions/which-instalment/"))
    outcome = page.locator(".gw-stage .gw-outcome__title").inner_text()
    page.go_back()
    expect(page.locator(".gw-stage fieldset")).to_be_visible()
    page.go_forward()
    expect(page.locator(".gw-stage .gw-outcome__title")).to_have_text(outcome)
    page.reload()
    expect(page.locator(".gw-stage .gw-outcome__title")).to_have_text(outcome)
    page.get_by_role("button", name="重新开始").click()

    assert "?" not in page.url


MADE_UP = sample(
    "addresses made up",
    product(
        ["decisions/which-machine/", "guides/lakala-pos-cancel/"],
        ["?", "#?"],
        [
            "source=<script>alert(1)</script>",
            "machine=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
            "&".join(f"p{number}=x" for number in range(80)),
            "__proto__=x&constructor=y&toString=z",
            "machine=" + "x" * 10_000,
            "machine=unknown&machine=pos",
            "%E4%BD%A0=%F0%9F%98%80",
        ],
    ),
    0.3,
    lambda made: made,
)


@pytest.mark.parametrize(("kind", "sign", "query"), MADE_UP)
def test_an_address_somebody_made_up_does_no_harm_and_is_told_if_it_names_a_question(
    opened: Opener, kind: str, sign: str, query: str
) -> None:
    page = opened(kind)
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(page.url + sign + query)

    assert said == []
    assert page.locator(".gw-stage script, .gw-tailor script, .gw-stage img").count() == 0
    notice = page.locator(".gw-tailor__status" if "guides" in kind else ".gw-notice")
    own = ("source=",) if "guides" in kind else ("source=", "machine=")
    if query.startswith(own):
        expect(notice.first).to_contain_text("有 1 个看不懂")
    else:
        assert "已忽略" not in page.locator("main").inner_text()
    assert page.locator(".gw-stage [data-outcome]").count() == 0
    assert "script" not in page.url


def test_answers_in_any_order_come_to_the_same_address(opened: Opener) -> None:
    decision = _our_decision("leave-rental")
    runs = (
        run for run in walk(decision) if not any(decision.questions[q].range for q, _ in run[0])
    )
    way, end = max(runs, key=lambda run: len(run[0]))
    page = opened(f"decisions/leave-rental/#?{urlencode(way[::-1])}")

    assert page.locator(".gw-stage [data-outcome]").get_attribute("data-outcome") == end
    assert page.url.endswith(urlencode(way))


def test_a_guide_shows_all_and_hides_what_does_not_apply(opened: Opener) -> None:
    page = opened("guides/lakala-pos-cancel/")
    everything = page.locator(".gw-step").count()
    way = page.locator(".gw-way")
    shown = page.locator(".gw-step:visible")
    counted = page.locator(".gw-step:visible:not(.gw-step--out)")
    assert shown.count() == everything
    expect(way).to_contain_text(f"共 {counted.count()} 步")
    asking.answer_everything(page)

    fewer = shown.count()
    assert 0 < fewer < everything
    expect(way).to_contain_text(f"共 {counted.count()} 步")
    page.get_by_role("button", name="全部显示").click()
    assert shown.count() == everything
    page.get_by_role("button", name="只看适合我的").click()
    assert shown.count() == fewer
    page.get_by_role("button", name="清除回答").click()
    assert (shown.count(), "?" in page.url) == (everything, False)
    assert asking.chips(page) == []


def test_a_link_to_a_hidden_step_shows_it(opened: Opener) -> None:
    page = opened("guides/lakala-pos-cancel/")
    asking.answer_everything(page)
    hidden = page.locator(".gw-step[hidden]").first.get_attribute("id")
    page.evaluate("(id) => { location.hash = id }", hidden)

    expect(page.locator(f"#{hidden} .gw-step__body")).to_be_visible()


SHOWN = """(rows) => rows.map((query) => {
  history.replaceState(null, "", location.pathname + "#?" + query);
  dispatchEvent(new HashChangeEvent("hashchange"));
  return [...document.querySelectorAll(".gw-step:not([hidden])")].map((step) => step.id);
})"""


def test_every_combination_of_answers_shows_what_the_engine_says(opened: Opener) -> None:
    """The conditions in the page, judged by the script, against the same judged in Python.

    All combinations of a guide; of those with many, some 50 spread evenly. Of the guides some, one
    of every number of questions.
    """
    for entry in sample("guides", our_catalog().guides, 0.2, _questions):
        guide = entry.value
        names = list(guide.questions)
        whole = list(product(*(question.options for question in guide.questions.values())))
        rows = [dict(zip(names, row, strict=True)) for row in whole[:: max(1, len(whole) // 50)]]
        page = opened(f"guides/{entry.id}/#?" + urlencode(rows[-1]))
        apply = [
            [f"step-{s.id}" for s in guide.steps if s.when is None or holds(s.when, row)]
            for row in rows
        ]
        shown = page.locator(".gw-step:visible").evaluate_all("(all) => all.map((e) => e.id)")

        assert shown == apply[-1]
        assert page.evaluate(SHOWN, [urlencode(row) for row in rows]) == apply, entry.name


def test_without_script_a_guide_says_when_a_step_applies(opened: Opener) -> None:
    page = opened("guides/lakala-pos-cancel/", java_script_enabled=False)

    expect(page.locator(".gw-step .gw-when").first).to_have_text(re.compile("^「.+」$"))
    assert page.locator(".gw-tailor :is(input, button)").count() == 0
    page.locator(".gw-tailor summary").click()
    assert page.locator(".gw-tailor .gw-ask:visible").count() == 4


def _questions(entry: Entry[Guide]) -> list[int]:
    return [len(entry.value.questions)]


def _our_decision(name: str) -> Decision:
    catalog = our_catalog()
    return next(entry.value for entry in catalog.decisions if entry.id == name)


def _at_an_outcome(page: Page) -> Page:
    """Answer with the last option until there is nothing left to ask."""
    for _ in range(12):
        if page.locator(".gw-stage [data-outcome]").count():
            return page
        inputs = page.locator(".gw-stage input")
        inputs.nth(max(0, inputs.count() - 2)).check()
        page.get_by_role("button", name="继续").click()
    raise AssertionError("no outcome after twelve answers")


@pytest.mark.parametrize("name", ["decision", "steps", "tailor"])
def test_the_words_of_the_script_are_all_there(name: str) -> None:
    """Every word the script asks for is in the words of the interface, and the other way round."""
    more = {"decision": ("choices", "finder"), "tailor": ("typed-asks",)}
    scripts = (name, *more.get(name, ()))
    used = set(re.findall(rf"\b(?:words|asking\.{name})\.(\w+)", _script(*scripts)))

    assert used == set(read_words(ROOT / "templates")["script"][name])


def _script(*names: str) -> str:
    """Give parts of the script as one, in this order."""
    assets = ROOT / "templates" / "theme" / "assets"
    return "\n".join((assets / f"{name}.js").read_text() for name in names)

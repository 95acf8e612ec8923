"""Where a page says what it rests on: a line for each record, and all of it on a page below."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from guideway.pages.sourcing import sources_of
from guideway.reports.examination import examine
from guideway.reports.reviews import reviews
from tests.support.browsing import Opener
from tests.support.composing import compose
from tests.support.ours import TEMPLATES, WORDS, Texts, our_catalog, our_texts, our_uses
from tests.support.world import DAY, World

FEE = """fee.bridge:
  label: 过桥费
  amount: 一只椰子
  source: {title: 桥头的牌子, locator: 背面, note: 字很小}
  verified_on: 2026-11-21
  certainty: unverified
  review_by: 2027-05-22
  owner: bridge
  note: 可以赊账
  mistaken: [{value: 两只椰子}]
"""
GUIDE = """troubles: [{when: 没有椰子, then: 先去找, cites: [fee.bridge]}]
corrections:
  - {id: two, claim: 要两只椰子, flaw: wrong, harm: costs-money, why: 多给, truth: '[](fee.bridge)'}
"""


@pytest.fixture(scope="module")
def ours() -> Texts:
    """Our own site, rendered."""
    return our_texts()


def _line(world: World, fee: str) -> str:
    """Give the line of the fee on the page of the guide, as a reader sees it."""
    found = re.search(
        r'<li><span id="record-fee-bridge">(.*?)</li>', _texts(world, fee)[0], re.DOTALL
    )
    assert found
    return " ".join(re.sub(r"<[^>]+>", "", found[1]).split())


def _texts(world: World, fee: str) -> tuple[str, str]:
    changed = world.amended("content/guides/bridge.yaml", GUIDE).amended(
        "content/records/bridge.yaml", fee
    )
    catalog, problems = examine(changed.shelf(), DAY)
    assert problems == ()
    texts = compose(catalog, TEMPLATES, WORDS).texts
    return texts["guides/bridge.md"], texts["guides/bridge/sources.md"]


@pytest.mark.parametrize(
    ("force", "said"),
    [
        ("", ""),
        ("  effective_from: 2020-01-02\n", ""),
        ("  effective_until: 2030-01-02\n", "，到 2030-01-02 为止"),
        (
            "  effective_from: 2020-01-02\n  effective_until: 2030-01-02\n",
            "，2020-01-02 起适用，到 2030-01-02 为止",
        ),
    ],
)
def test_a_line_says_how_sure_it_is_when_it_ends_and_that_something_wrong_is_told(
    world: World, force: str, said: str
) -> None:
    line = _line(world, FEE + force)

    assert re.fullmatch(
        rf"\d+&nbsp;过桥费：一只椰子{said}，网上有错误写法 未核实，2026-11-21 查过", line
    )


HOTLINE = "channel.keeper.hotline"
WARNS = f"goal: '别打[]({HOTLINE}@number)'\n"


@pytest.mark.parametrize(
    ("said", "is_called"),
    [
        (WARNS, False),
        (f"{WARNS}troubles: [{{when: 问, then: 等, cites: [{HOTLINE}]}}]\n", False),
        (f"goal: '打[]({HOTLINE})'\n", True),
        (f"{WARNS}summary: '打[]({HOTLINE})'\n", True),
        (
            f"goal: '别打[]({HOTLINE}@number)'\nemergency: {{call: {HOTLINE}, say: 桥断了的}}\n",
            True,
        ),
    ],
)
def test_a_number_that_a_page_only_warns_of_is_not_called_from_its_sources(
    world: World, said: str, is_called: bool
) -> None:
    file = "content/guides/bridge.yaml"
    silent = world.files[file].decode().replace(f"[]({HOTLINE})", "问人").encode()
    catalog, problems = examine(world.having(file, silent).amended(file, said).shelf(), DAY)

    assert problems == ()
    guide = next(each for each in catalog.guides if each.id == "bridge")
    assert sources_of(catalog, guide)[HOTLINE].is_called is is_called


def test_the_page_below_says_the_rest(world: World) -> None:
    page, below = _texts(world, FEE)

    for words in ("可以赊账", "桥头的牌子", "字很小", "别信：两只椰子"):
        assert words not in page
        assert words in below


@pytest.mark.slow
def test_a_hotline_is_called_from_its_line_and_a_way_in_an_app_is_read_there(
    ours: Texts,
) -> None:
    page = ours["guides/huabei-close.md"]
    lines = dict(re.findall(r'<span id="record-([^"]+)">(.*?)</span>', page, re.DOTALL))

    assert (
        '<a class="gw-tel" translate="no" href="tel:95188">95188</a>'
        in lines["channel-alipay-hotline"]
    )
    assert "支付宝 App：我的 → 客服" in lines["channel-alipay-service"]


@pytest.mark.slow
def test_every_page_with_sources_has_all_of_them_on_a_page_below(ours: Texts) -> None:
    above = {
        path: set(re.findall(r'<span id="(record-[^"]+)">', text))
        for path, text in ours.items()
        if '<ul class="gw-sources"' in text
    }
    below = {
        path.replace("/sources.md", ".md"): set(re.findall(r'<li id="(record-[^"]+)">', text))
        for path, text in ours.items()
        if '<ol class="gw-sources"' in text
    }

    assert {path.split("/")[0] for path in above} >= {"guides", "decisions", "warnings"}
    assert above == below


@pytest.mark.slow
def test_a_situation_leads_to_the_sources_of_its_guide_by_the_same_numbers(ours: Texts) -> None:
    situations = [
        path for path in ours if re.fullmatch(r"guides/[\w-]+/(?!sources|sheet)[\w-]+\.md", path)
    ]

    assert situations
    for path in situations:
        cited = set(
            re.findall(r'<a href="\.\./sources/#(record-[^"]+)" role[^>]*>(\d+)<', ours[path])
        )
        whole = ours[f"{path.rpartition('/')[0]}.md"]
        listed = set(re.findall(r'<span id="(record-[^"]+)"><b>(\d+)</b>', whole))
        assert cited, path
        assert cited <= listed, path
        assert 'href="#record-' not in ours[path], path


@pytest.mark.slow
def test_the_impact_list_of_a_record_names_both_pages() -> None:
    found = next(
        r for r in reviews(our_catalog(), our_uses()) if r.name == "channel.alipay.hotline"
    )

    assert {"guides/huabei-close/", "guides/huabei-close/sources/"} <= set(found.pages)


@pytest.mark.slow
@pytest.mark.parametrize("script", [True, False])
def test_from_a_number_to_its_line_to_everything_about_it(opened: Opener, *, script: bool) -> None:
    page = opened("guides/huabei-close/", java_script_enabled=script)
    number = page.locator(".gw-cites a").first
    named = number.get_attribute("aria-label")
    number.evaluate("(link) => link.click()")  # it stands in a fold
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    target.locator("a").first.click()

    assert page.url.endswith("/guides/huabei-close/sources/#record-law-criminal-225")
    expect(page.locator(":target")).to_contain_text("违反国家规定")
    assert named == ("1 《刑法》第 225 条非法经营罪" if script else None)


@pytest.mark.slow
def test_on_paper_a_guide_says_where_its_sources_are(opened: Opener) -> None:
    page = opened("guides/huabei-close/")
    said = page.locator(".gw-paper")
    on_screen = said.is_visible()
    page.emulate_media(media="print")

    assert (on_screen, said.inner_text()) == (
        False,
        "在纸上看到这里时，打开本页的网址，后面加上 sources/。",
    )

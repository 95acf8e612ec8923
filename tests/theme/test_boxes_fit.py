"""Boxes and a long list in every state: asked of axe, on a narrow screen, in large letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from tools.checkers import Checkers

from tests.support.browsing import serving
from tests.support.checkers import axe
from tests.support.kept import project_files, site_of
from tests.support.sites import ROOT

pytestmark = pytest.mark.slow

_COUNTRIES = "".join(f"      c{number}: 第{number}个国家\n" for number in range(40))
DECISION = f"""\
title: 带什么过桥
summary: 勾选带的东西，再选从哪里来。
topic: crossing
reviewed_on: 2026-11-22
review_by: 2027-05-22
owner: bridge
questions:
  goods:
    ask: 带了哪些？
    kind: choices
    options:
      horse: {{label: 马, hint: 牵着走的也算}}
      cart: 一辆很长很长的车，连同车上所有说得出和说不出名字的货物
      none: {{label: 都没有, exclusive: true}}
    go: country
  country:
    ask: 从哪里来？
    options:
      usa: 美国
{_COUNTRIES}    groups:
      far: [{", ".join(f"c{number}" for number in range(40))}]
    go:
      - {{when: {{country: far}}, go: carry}}
      - {{when: {{goods: {{any: [horse, cart]}}}}, go: ride}}
      - {{go: walk}}
outcomes:
  walk: {{kind: act, title: 走过去, text: 走吧。, guide: {{id: bridge}}}}
  ride: {{kind: act, title: 骑过去, text: 骑吧。, guide: {{id: bridge}}}}
  carry: {{kind: act, title: 牵过去, text: 慢慢走。, guide: {{id: bridge}}}}
"""
WIDE = "document.documentElement.scrollWidth > window.innerWidth"
LARGE = "document.documentElement.style.fontSize = '200%'"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The tiny site with one more decision."""
    files = project_files(ROOT / "example")
    files["content/decisions/goods.yaml"] = DECISION.encode()
    with serving(site_of("boxes", files, "--as-of", "2026-11-22")) as address:
        yield f"{address}decisions/goods/"


@pytest.mark.parametrize(
    ("width", "scheme", "is_large"),
    [(320, "light", False), (640, "dark", True), (1280, "light", False)],
)
def test_in_every_state_nothing_is_wrong_and_nothing_sticks_out(  # noqa: PLR0913 - fixtures
    browser: Browser,
    address: str,
    checkers: Checkers,
    width: int,
    scheme: Literal["light", "dark"],
    *,
    is_large: bool,
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    if is_large:
        page.evaluate(LARGE)
    for state in _states(page):
        assert axe(page, checkers, f"{state}, {width} px, {scheme}") == []
        assert not page.evaluate(WIDE), state
    context.close()


def _states(page: Page) -> Iterator[str]:
    """Go from state to state, from nothing ticked to an outcome."""
    go_on = page.locator(".gw-stage button[type=submit]")
    expect(go_on).to_be_visible()
    yield "nothing is ticked"
    go_on.click()
    expect(page.locator(".gw-form__missing")).not_to_be_empty()
    yield "nothing was ticked"
    page.locator(".gw-stage input[value=horse]").check()
    page.locator(".gw-stage input[value=cart]").check()
    yield "two boxes are ticked"
    go_on.click()
    box = page.locator(".gw-stage input[type=search], .gw-stage input[type=text]").first
    expect(box).to_be_visible()
    yield "a long list"
    box.fill("美")
    yield "a piece of one is typed"
    box.fill("没有这个国家")
    yield "nothing has what is typed"
    box.fill("美")
    page.locator(".gw-stage input[value=usa]").check()
    go_on.click()
    expect(page.locator(".gw-stage [data-outcome]")).to_be_visible()
    yield "an outcome"

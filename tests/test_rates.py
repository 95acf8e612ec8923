"""The yearly rate of a loan, worked out in the page: the figures of the facts, laws, the form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from ruamel.yaml import YAML

from tests.browsing import Opener
from tests.sites import ROOT

pytestmark = pytest.mark.slow

VECTORS = YAML(typ="safe").load(Path(__file__).parent / "vectors" / "rates.yaml")
RATES = ROOT / "templates" / "theme" / "assets" / "rates.js"
GUIDE = "guides/loan-rate-check/"


@pytest.fixture(scope="module")
def script(browser: Browser) -> Iterator[Page]:
    """A page with nothing but the script."""
    page = browser.new_page()
    page.set_content("<!doctype html><title>x</title>")
    page.evaluate("globalThis.guideway = {}")
    page.add_script_tag(content=RATES.read_text())
    yield page
    page.close()


def _loan(script: Page, **given: Any) -> dict[str, float] | None:
    whole = {"fee": 0, "last": 0, "first": "later", "every": "month", **given}
    found: dict[str, float] | None = script.evaluate("(x) => globalThis.guideway.loan(x)", whole)
    return found


@pytest.mark.parametrize("name", list(VECTORS))
def test_a_loan_costs_this_much_a_year(script: Page, name: str) -> None:
    given = dict(VECTORS[name])
    expected = {key: given.pop(key) for key in ("simple", "effective", "paid")}
    found = _loan(script, **given)

    assert found
    assert found["simple"] == pytest.approx(expected["simple"], abs=0.006)
    assert found["effective"] == pytest.approx(expected["effective"], rel=2e-4, abs=0.006)
    assert found["paid"] == pytest.approx(expected["paid"], abs=0.01)


def test_at_the_rate_found_all_payments_are_worth_what_was_received(script: Page) -> None:
    chance = Random(7)  # noqa: S311 - the same cases in every run
    for _ in range(300):
        times, got = chance.randint(1, 60), chance.randint(1000, 100000)
        pay = got / times * chance.uniform(1.0, 2.0)
        found = _loan(script, got=got, pay=pay, times=times)
        assert found
        rate = found["simple"] / 1200
        worth = sum(pay / (1 + rate) ** n for n in range(1, times + 1))
        assert worth == pytest.approx(got, rel=1e-6)


def test_a_higher_fee_is_a_higher_rate(script: Page) -> None:
    rates = [
        (_loan(script, got=10000, pay=940, times=12, fee=fee) or {})["simple"]
        for fee in (0, 100, 500, 1000)
    ]

    assert rates == sorted(set(rates))


def test_what_is_no_loan_has_no_rate(script: Page) -> None:
    assert _loan(script, got=10000, pay=1, times=2) is None


def test_a_reader_works_out_a_rate_and_sees_the_lines(opened: Opener) -> None:
    page = opened(GUIDE)
    result = page.locator(".gw-rate__result")
    expect(result).to_contain_text("先填")
    for label, value in (("实际到手", "9,500"), ("每期还多少", "940"), ("一共还几期", "12")):
        page.locator(".gw-rate").get_by_label(label).fill(value)

    expect(result).to_contain_text("单利年化约 32.96%")
    expect(result).to_contain_text("高于“金融借款可以请求调减的年化线”（24%）")
    expect(result).to_contain_text("低于“可能构成非法放贷犯罪的实际年利率”（36%）")


@pytest.mark.parametrize("typed", ["", "0", "-5", "abc", "1e999", "99999999999999", "<b>1</b>"])
def test_figures_that_are_none_are_asked_for_again(opened: Opener, typed: str) -> None:
    page = opened(GUIDE)
    for label, value in (("实际到手", typed), ("每期还多少", "940"), ("一共还几期", "12")):
        page.locator(".gw-rate").get_by_label(label).fill(value)

    expect(page.locator(".gw-rate__result")).to_contain_text("先填")


def test_without_script_the_guide_says_how_to_compare_by_hand(opened: Opener) -> None:
    page = opened(GUIDE, java_script_enabled=False)

    expect(page.locator(".gw-rate")).to_contain_text("手算")

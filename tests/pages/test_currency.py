"""What is paid with on a site: the unit of sums that say none, and the coin that is drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from guideway.model.settings import SiteInfo
from guideway.pages.currency import coin_of, unit_of
from guideway.project.content_files import read_shelf
from guideway.project.locales import language_of
from guideway.reports.examination import examine
from tests.support.sites import ROOT

GYM = read_shelf(ROOT / "tests/sites/gym")
GUIDE = "content/guides/leave-for-good.yaml"


@pytest.mark.parametrize(
    ("language", "country", "chosen", "unit"),
    [
        ("en", "GB", "", "£"),
        ("en", "GB", "EUR", "€"),
        ("en", "CH", "", "CHF"),
        ("de", "DE", "", "€"),
        ("de", "CH", "", "CHF"),
        ("nl", "BE", "", "€"),
        ("zh", "CN", "", "元"),
        ("zh", "TW", "", "元"),
        ("en", "", "", ""),
        ("tlh", "", "JPY", "¥"),
    ],
)
def test_sums_are_in_what_is_paid_with(language: str, country: str, chosen: str, unit: str) -> None:
    assert unit_of(language_of(language), country, chosen) == unit


@pytest.mark.parametrize(
    ("country", "chosen", "coin"),
    [
        ("CN", "", "¥"),
        ("GB-ENG", "", "£"),
        ("DE", "", "€"),
        ("AT", "", "€"),
        ("US", "", "$"),
        ("TW", "", "$"),
        ("JP", "", "¥"),
        ("CH", "", ""),
        ("GB", "USD", "$"),
        ("", "", ""),
    ],
)
def test_the_coin_bears_its_sign(country: str, chosen: str, coin: str) -> None:
    assert coin_of(SiteInfo(country=country, currency=chosen)) == coin


@pytest.mark.parametrize("chosen", ["", "EUR", "none"])
def test_a_sum_that_says_no_unit_has_that_of_the_site(chosen: str) -> None:
    text = GYM.files[GUIDE].decode()
    paid = "{ask: How much?, kind: money, range: [0, 50], options: {unknown: Not sure}}"
    asked = f"questions:\n  paid: {paid}\n"
    files = {**GYM.files, GUIDE: text.replace("questions:\n", asked, 1).encode()}
    more = {"currency": None, "code": ""} if chosen == "none" else {"currency": chosen or None}
    shelf = replace(GYM, files=files, country=GYM.country.model_copy(update=more))
    catalog, problems = examine(shelf, date(2026, 12, 1))
    guide = next(each for each in catalog.guides if each.id == "leave-for-good")
    here = (each for each in problems if each.place.path == GUIDE)
    told = [(each.code, each.place.line) for each in here if each.code == "typed-question"]
    line = text[: text.index("questions:")].count("\n") + 2

    assert guide.value.questions["paid"].unit == {"": "£", "EUR": "€"}.get(chosen)
    assert told == [("typed-question", line)] * (chosen == "none")


def test_a_sum_in_a_decision_has_the_unit_of_the_site_as_well() -> None:
    path = "content/decisions/leave-or-pause.yaml"
    text = GYM.files[path].decode()
    options = "{unknown: {label: Not sure}}"
    paid = f"{{ask: How much?, kind: money, range: [0, 50], options: {options}, go: back}}"
    files = {
        **GYM.files,
        path: text.replace("questions:\n", f"questions:\n  paid: {paid}\n").encode(),
    }
    catalog, _ = examine(replace(GYM, files=files), date(2026, 12, 1))
    decision = next(each for each in catalog.decisions if each.id == "leave-or-pause")

    assert decision.value.questions["paid"].unit == "£"

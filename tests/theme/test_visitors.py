"""What a visitor is sent or has stored: nothing runs, throws, or shows a false outcome."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Dialog, Page

from guideway.model.decisions import Decision
from tests.support.browsing import Opener
from tests.support.flows import walk
from tests.support.ours import our_catalog
from tests.support.planting import STRINGS
from tests.support.sampling import sample

pytestmark = pytest.mark.slow

PAGES = (
    "decisions/leave-rental/",
    "embed/decision.leave-rental/",
    "guides/alipay-refund/",
    "guides/alipay-refund/sheet/",
    "search/",
)
# One page sees them all: as an address somebody goes back to, with a place in it.
VISIT = """
(addresses) => addresses.map((address) => {
  history.replaceState(null, "", location.pathname + address);
  dispatchEvent(new HashChangeEvent("hashchange"));
  document.dispatchEvent(new Event("guideway:answers"));
  return document.querySelector(".gw-stage [data-outcome]")?.dataset.outcome ?? null;
})
"""
BROKEN = [
    "%",
    "%ff",
    "%E4%BD",
    "%00",
    "\u2028",
    "%ed%a0%80",
    "__proto__",
    "constructor",
    "s0",
    "s1",
]
KEPT = [
    "",
    "{",
    "null",
    "5",
    '"x"',
    "[]",
    "[[]]",
    "{}",
    '{"__proto__": {"x": 1}}',
    '{"length": 1e9}',
    json.dumps(STRINGS),
]
DAYS = ["2026-13-45", "2026-02-30", "2026-00-00", "1900-01-01", "2099-12-31", "<b>", "9" * 5000]


def _watched(page: Page) -> list[str]:
    """Hear of everything that should not be."""
    seen: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        seen.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("request", lambda r: seen.append(r.url) if "evil" in r.url.split("?")[0] else None)
    return seen


def _addresses() -> Iterator[str]:
    strings = [*STRINGS, *BROKEN]
    for string in strings:
        yield f"#{string}?{quote(string, safe='%')}={quote(string, safe='%')}"
        yield f"?theme={quote(string)}&accent={quote(string)}#{quote(string)}?q={quote(string)}"


@pytest.mark.dear
@pytest.mark.parametrize("kind", sample("visited", PAGES, 0.6))
def test_an_address_that_was_made_up_throws_nothing_and_runs_nothing(
    opened: Opener, kind: str
) -> None:
    page = opened(kind)
    seen = _watched(page)
    outcomes = page.evaluate(VISIT, list(_addresses()))
    two = urlencode({"q": STRINGS[1], "x": STRINGS[2]})
    for address in ("?q=%ff&x=%E4%BD#%", "#%?q=%ff&x=%E4%BD", f"?{two}#%ff"):
        page.goto(page.url.partition("?")[0].partition("#")[0] + address, wait_until="load")

    assert seen == []
    assert set(outcomes) == {None}
    assert page.locator("[onerror], [onload], [onclick], iframe, main img[src='x']").count() == 0


def test_only_answers_that_are_a_whole_way_show_an_outcome_and_the_right_one(
    opened: Opener,
) -> None:
    decision = our_catalog().entries["decision.leave-rental"].value
    assert isinstance(decision, Decision)
    ways = list(walk(decision))[:120]
    chance = random.Random(8)  # noqa: S311 - the same every time
    forged: dict[str, str | None] = {f"#?{urlencode(way)}": end for way, end in ways}
    for way, _ in ways:
        asked, answered = way[at := chance.randrange(len(way))]
        others = [name for name in decision.questions[asked].options if name != answered]
        forged[f"#?{urlencode([*way[:at], (asked, 'forged'), *way[at + 1 :]])}"] = None
        forged[f"#?{urlencode([*way, (asked, chance.choice(others))])}"] = None
    page = opened("decisions/leave-rental/")
    seen = _watched(page)
    shown = page.evaluate(VISIT, list(forged))

    assert seen == []
    assert dict(zip(forged, shown, strict=True)) == forged


@pytest.mark.dear
@pytest.mark.parametrize("kind", ["guides/alipay-refund/", "guides/alipay-refund/sheet/"])
def test_what_was_put_into_the_storage_throws_nothing(opened: Opener, kind: str) -> None:
    page = opened(kind)
    seen = _watched(page)
    keys = [
        f"退得明白 /:{each}" for each in ("blanks.alipay-refund", "ticks.alipay-refund", "scheme")
    ]
    blanks = page.evaluate(
        "() => Object.keys(JSON.parse("
        "document.querySelector('[data-blanks]')?.dataset.blanks || '{}'))"
    )
    days = [json.dumps(dict.fromkeys(blanks, day)) for day in DAYS]
    for value in [*KEPT, *days, json.dumps(dict.fromkeys(blanks, STRINGS[1]))]:
        page.evaluate(
            "([keys, value]) => keys.forEach((key) => localStorage.setItem(key, value))",
            [[*keys, "退得明白 /:searches"], value],
        )
        page.reload()

        assert seen == []
        assert "NaN" not in page.locator("main").inner_text()
        assert "Invalid" not in page.locator("main").inner_text()

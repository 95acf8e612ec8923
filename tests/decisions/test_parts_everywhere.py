"""Flows that go on in others, in every edition of a real site: all lead where it goes by hand.

Read are the list without a script (by its words), what is published for programs, and the page in
a browser: of the website, of the bundle, of the file by itself, of what others embed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from itertools import product
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.decisions.test_trials import runs
from tests.support.browsers import NAMES as BROWSERS
from tests.support.browsers import Window
from tests.support.part_flows import Asked, Data, readers
from tests.support.part_sites import EDITIONS, NAMES, WORKING, flow_of, page_of, part_site
from tests.support.published_flow import FromFile
from tests.support.sampling import sample
from tests.support.today import today
from tests.support.trial_programs import REFUSED
from tests.support.unscripted import Unscripted

pytestmark = pytest.mark.slow

LISTS = sample("lists of decisions in parts", product(EDITIONS, NAMES), 0.5, lambda pair: pair)
DRAWN = sample(
    "decisions in parts, in editions and browsers",
    product(BROWSERS, EDITIONS, (*NAMES, *WORKING)),
    0.12,
    lambda three: three[:2],
)
LEADS = """return arguments[0].map((query) => {
  if (guideway.keeping) {
    guideway.keeping.write(query);
    document.dispatchEvent(new Event("guideway:address"));
  } else {
    history.replaceState(null, "", location.pathname + "#?" + query);
    dispatchEvent(new HashChangeEvent("hashchange"));
  }
  const found = document.querySelector(".gw-stage [data-outcome]");
  return found ? found.dataset.outcome : null;
})"""
"""Of each set of answers, in the address or, embedded, where they are kept: the outcome."""
FEW = 25  # WebKit counts changes of address


Gone = list[tuple[Asked, str | None]]


def _gone(name: str, most: int) -> Gone:
    """Go by hand with every option, every set of boxes and each value at a limit; spread."""
    found = _programmed(name) if name in WORKING else list(_by_hand(name))
    return found[:: max(1, len(found) // most)]


def _by_hand(name: str) -> Iterator[tuple[Asked, str | None]]:
    made, values = flow_of(name)
    for asked, reader in readers(made, 60_000, values):
        assert reader.end is not None
        yield asked, reader.end


def _programmed(name: str) -> Gone:
    """Run the program beside a flow: who is refused comes to nothing, and is told why."""

    def named(said: str) -> str:
        return f"{name}-{said}" if "." in said else said

    return [
        (tuple((named(question), answer) for question, answer in asked), end_of)
        for asked, _, end in runs(name)
        for end_of in (None if end == REFUSED else named(end),)
    ]


@pytest.mark.parametrize(("edition", "name"), LISTS)
def test_the_list_without_a_script_leads_where_it_goes_by_hand(edition: str, name: str) -> None:
    reader = Unscripted(page_of(edition, name).read_text())
    for asked, end in _gone(name, 1_500):
        assert reader.follow(asked) == end, asked


@pytest.mark.parametrize("name", NAMES)
def test_what_is_published_for_programs_leads_there(name: str) -> None:
    told = FromFile(json.loads((part_site() / f"api/decisions/{name}.json").read_text()))
    for asked, end in _gone(name, 3_000):
        assert told.follow(asked) == end, asked


@pytest.mark.parametrize(("window", "edition", "name"), DRAWN, indirect=["window"])
def test_the_page_leads_there_in_every_edition(window: Window, edition: str, name: str) -> None:
    gone = _gone(name, FEW)
    made = flow_of(name)[0]
    window.open(page_of(edition, name).as_uri())
    window.wait_for(".gw-stage")
    found = window.evaluate(LEADS, [urlencode(_spelt(made, asked)) for asked, _ in gone])
    assert found == [end for _, end in gone]


def _spelt(made: dict[str, Data], asked: Asked) -> list[tuple[str, str]]:
    """Put answers as an address has them: of days the day itself."""
    return [(name, _day(_question(made, name), said)) for name, said in asked]


def _question(made: dict[str, Data], name: str) -> Data:
    decision, _, question = name.rpartition(".")
    found: Data = made[decision or "main"]["questions"][question]
    return found


def _day(question: Data, said: str) -> str:
    if question.get("kind") != "date" or not said.isdigit():
        return said
    ahead = int(said) * (1 if question.get("lies") == "future" else -1)
    return (today() + timedelta(days=ahead)).isoformat()


def test_a_flow_is_answered_by_keys_alone_and_what_is_refused_is_said(browser: Browser) -> None:
    page = browser.new_page()
    page.goto(page_of("website", "tax-return").as_uri())
    stage = page.locator(".gw-stage")
    while not page.evaluate("() => !!document.activeElement.closest('.gw-stage')"):
        page.keyboard.press("Tab")

    _press(page, "Space", "Enter")  # 2023 to 2024
    _press(page, "Tab", "Tab", "Tab", "Tab", "Space", "Enter")  # a landlord
    _press(page, "Tab", "5", "0", "0", "0", "Enter")
    _press(page, "Tab", "6", "0", "0", "0", "Enter")
    expect(stage.get_by_role("alert")).to_have_text("That is more than the rent.")
    expect(stage.get_by_role("alert")).to_be_focused()
    while not page.evaluate("() => document.activeElement.matches('[type=text]')"):
        page.keyboard.press("Shift+Tab")
    _press(page, "ControlOrMeta+a", *"2500", "Enter")
    _press(page, "Tab", "ArrowDown", "Enter")  # sent online
    expect(stage.locator("legend")).to_have_text("When did it arrive?")
    page.close()


def _press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)

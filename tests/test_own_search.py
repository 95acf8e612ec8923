"""Our own site, asked what people would ask it: `queries.yaml`, written before the engine was."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from ruamel.yaml import YAML

from tests.browsing import Opener

pytestmark = pytest.mark.slow

QUERIES = YAML(typ="safe").load(Path(__file__).parent / "queries.yaml")
ASK = """async (queries) => {
  const search = guideway.openSearch(new URL("../search/", location.href).href);
  const found = [];
  for (const query of queries) {
    const { results, weak } = await search(query);
    found.push({ addresses: results.map(({ address }) => address), weak });
  }
  return found;
}"""
OFFERED = """(queries) => queries.map((query) => {
  const said = query.normalize("NFKC").toLowerCase().replace(/\\s/g, "");
  const cry = guideway.searchFace.cries.find((one) => one.said.some((word) => said.includes(word)));
  return cry ? cry.offer.map(({ address }) => address) : [];
})"""
FIRST, AMONG_THREE = 0.88, 0.95
ROOM = re.compile(r"(?P<kind>guide|decision|warning|provider|article)s/(?P<id>[^/]+)/")


@dataclass(frozen=True)
class Answer:
    """What one query got."""

    query: Mapping[str, Any]
    pages: list[str]
    """Names of the pages found, the best first."""
    weak: bool

    def is_right(self, first: int) -> bool:
        """Say whether one of the first results is right."""
        return not set(self.query["expect"]).isdisjoint(self.pages[:first])


@pytest.fixture(scope="module")
def answers(browser: Browser, address: str) -> list[Answer]:
    """What our site answers, for every query."""
    page = browser.new_page()
    page.goto(f"{address}search/")
    page.wait_for_function("globalThis.guideway.searchBox !== undefined")
    asked = [query["q"] for query in QUERIES]
    found = page.evaluate(ASK, asked)
    offers = page.evaluate(OFFERED, asked)
    page.close()
    return [
        Answer(query, [*map(_name, offer), *map(_name, one["addresses"])], one["weak"])
        for query, one, offer in zip(QUERIES, found, offers, strict=True)
    ]


def test_most_questions_are_answered_first_and_nearly_all_among_three(
    answers: list[Answer],
) -> None:
    """Floors a little below what was measured; the target, 95 and 99 %, is not reached yet."""
    asked = [answer for answer in answers if answer.query["expect"]]
    first = sum(answer.is_right(1) for answer in asked) / len(asked)
    among_three = sum(answer.is_right(3) for answer in asked) / len(asked)

    assert len(asked) > 350
    assert first >= FIRST
    assert among_three >= AMONG_THREE
    assert sum(not answer.pages for answer in asked) <= 1


def test_most_nonsense_finds_nothing_or_is_called_weak(answers: list[Answer]) -> None:
    nonsense = [answer for answer in answers if not answer.query["expect"]]
    clean = [answer for answer in nonsense if answer.weak or not answer.pages]

    assert len(clean) >= len(nonsense) - 2


def test_every_title_of_ours_is_found_first(answers: list[Answer]) -> None:
    exact = [answer for answer in answers if answer.query["kind"] == "exact"]

    assert exact
    assert [answer.query["q"] for answer in exact if not answer.is_right(1)] == []


def test_a_place_is_shown_below_its_page(opened: Opener) -> None:
    page = opened("search/?q=让付款的一方冻结你的账户", 1280)
    place = page.locator(".gw-found__places a[href*='#step-']").first

    expect(place).to_have_text("让付款的一方冻结你的账户")


def _name(address: str) -> str:
    """Give the name of what stands at an address."""
    found = ROOM.match(address)
    if found:
        return f"{found['kind']}.{found['id']}"
    return address.replace("glossary/#term-", "term.")

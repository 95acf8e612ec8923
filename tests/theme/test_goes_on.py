"""A decision that goes on in others, in a browser: one page, and what is known is not asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, expect

from guideway.editions.website.script_data import asking_file, numerals_file
from guideway.model.decisions import Decision
from tests.support.browsers import Window
from tests.support.browsing import serving
from tests.support.flows import DAYS
from tests.support.ours import WORDS
from tests.support.part_flows import Data, by_chance, gapless, walk, whole
from tests.support.sampling import sample
from tests.support.sites import ROOT
from tests.support.trees import render_decision
from tests.support.world import World

pytestmark = pytest.mark.slow

DRAWN = sample("decisions that go on in others, in a browser", range(300), 0.08)
SCRIPTS = ("guideway", "fragment", "figures", "values", "questions", "choices", "decision")
FRAME = """<!doctype html><meta charset="utf-8"><title>t</title>{}
<script src="guideway.js"></script>"""
RUN = """
(addresses) => addresses.map((query) => {
  history.replaceState(null, "", location.pathname + "#?" + query);
  dispatchEvent(new HashChangeEvent("hashchange"));
  const found = document.querySelector(".gw-stage [data-outcome]");
  return found ? found.dataset.outcome : null;
})
"""
HEAD = {"title": "t", "summary": "s", "topic": "crossing", **DAYS}
BOAT: Data = {
    **HEAD,
    "questions": {
        "child": {"ask": "带孩子吗？", "options": {"yes": "带", "no": "不带"}, "go": "days"},
        "days": {
            "ask": "几天后走？",
            "kind": "number",
            "unit": "天",
            "range": [0, 30],
            "go": [{"when": {"days": {"at_most": 7}}, "go": "soon"}, {"go": "later"}],
        },
    },
    "outcomes": {
        "soon": {"kind": "done", "title": "马上订船", "text": "{answer.child}孩子。"},
        "later": {"kind": "done", "title": "先等等", "text": "不急。"},
    },
}
TRIP: Data = {
    **HEAD,
    "questions": {
        "child": {
            "ask": "带孩子吗？",
            "options": {"yes": {"label": "带", "go": "way"}, "no": {"label": "不带", "go": "way"}},
        },
        "way": {
            "ask": "怎么走？",
            "options": {
                "boat": {"label": "坐船", "go": "by-boat"},
                "foot": {"label": "走路", "go": "walk"},
            },
        },
    },
    "parts": {"by-boat": {"decision": "boat"}},
    "outcomes": {"walk": {"kind": "done", "title": "走路", "text": "走吧。"}},
}


@pytest.fixture(scope="module")
def going(tmp_path_factory: pytest.TempPathFactory, world: World) -> Iterator[str]:
    """Decisions that go on in others, as bare pages with the scripts."""
    folder = tmp_path_factory.mktemp("going")
    parts = [(ROOT / f"templates/theme/assets/{name}.js").read_text() for name in SCRIPTS]
    parts[2:2] = [asking_file(WORDS), numerals_file(WORDS)]
    (folder / "guideway.js").write_text("\n".join(parts))
    for seed in DRAWN:
        _write(folder / f"{seed}.html", world, whole(gapless(by_chance(seed))))
    _write(folder / "trip.html", world, whole({"boat": BOAT, "main": TRIP}))
    with serving(folder) as address:
        yield address


def _write(file: Path, world: World, decision: Decision) -> None:
    text = render_decision(world, decision).split("---\n", 2)[2]
    file.write_text(FRAME.format(text), encoding="utf-8")


def test_every_walk_ends_where_going_from_one_to_the_next_does(
    browser: Browser, going: str
) -> None:
    page = browser.new_page()
    for seed in DRAWN:
        runs = list(walk(gapless(by_chance(seed)), 200))
        page.goto(f"{going}{seed}.html")
        found = page.evaluate(RUN, [urlencode(asked) for asked, _ in runs])

        assert found == [end for _, end in runs], seed
    page.close()


IN_EACH = "return (" + RUN.strip() + ")(arguments[0])"


@pytest.mark.parametrize("window", ["firefox", "webkit"], indirect=True)
def test_in_other_browsers_too(window: Window, going: str) -> None:
    for seed in DRAWN[:2]:
        runs = list(walk(gapless(by_chance(seed)), 15))  # WebKit counts changes of address
        window.open(f"{going}{seed}.html")
        window.wait_for(".gw-stage")
        found = window.evaluate(IN_EACH, [urlencode(asked) for asked, _ in runs])
        assert found == [end for _, end in runs], seed


def test_what_is_known_is_neither_asked_nor_heard_from_an_address(
    browser: Browser, going: str
) -> None:
    page = browser.new_page()
    page.goto(f"{going}trip.html#?child=yes&way=boat")
    stage = page.locator(".gw-stage")
    expect(stage.locator("legend")).to_have_text("几天后走？")
    expect(stage.locator(".gw-trail li")).to_have_count(2)
    stage.locator("input[type=text], input[type=number]").first.fill("3")
    page.keyboard.press("Enter")
    expect(stage.locator(".gw-outcome__title")).to_have_text("马上订船")
    expect(stage).to_contain_text("带孩子。")
    assert page.url.endswith("#?child=yes&way=boat&boat.days=3")

    page.goto(f"{going}trip.html#?child=no&way=boat&boat.child=yes&boat.days=3")
    page.reload()
    expect(stage).to_contain_text("不带孩子。")
    page.close()

"""What is kept on a device: under names that are the site's own, and all of it said to readers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from guideway.editions.website.script_data import store_file
from tests.support.browsing import Opener, serving
from tests.support.sites import ROOT, scripts_of_readers

pytestmark = pytest.mark.slow

TEMPLATES = ROOT / "templates"
SAID = {
    "scheme": "你选的深色或浅色",
    "ticks": "行动单上打的勾",
    "searches": "搜过的最近几个词",
    "blanks": "信和日期里填的内容",
    "known": "好几页都要问的事",
    "way": "从哪个列表或哪次回答点进一篇指南",
    "the worker": "浏览器存下整个网站",
}
"""What a script keeps → how the page about this site says it."""
_NAMED = re.compile(r"""kept\.(?:read|write)\("(\w+)|const K\w+ = ["`](\w+)|keyOf\("(\w+)""")
_STORES = re.compile(r"localStorage|sessionStorage|indexedDB|document\.cookie|cookieStore")
_CACHES = re.compile(r"\bcaches\.")


def _scripts(pattern: re.Pattern[str]) -> set[str]:
    return {p.name for p in scripts_of_readers() if pattern.search(p.read_text())}


def test_one_script_alone_touches_the_storage_and_two_the_cache() -> None:
    assert _scripts(_STORES) == {"store.js"}
    assert _scripts(_CACHES) == {"offline.js", "worker.js"}


def test_all_that_is_kept_is_said_and_all_that_is_said_is_kept(our_site: Path) -> None:
    texts = [p.read_text() for p in scripts_of_readers() if "kept" in p.read_text()]
    found = {name for text in texts for names in _NAMED.findall(text) for name in names if name}
    page = (our_site / "articles" / "about" / "index.html").read_text()

    assert found | {"the worker"} == set(SAID)
    assert [said for said in SAID.values() if said not in page] == []


@pytest.mark.parametrize(
    ("address", "site"),
    [(None, "桥 /"), ("https://a.example/", "桥 /"), ("https://a.example/one/", "桥 /one/")],
)
def test_sites_that_share_a_host_keep_apart(address: str | None, site: str) -> None:
    assert f'{{"site":"{site}"}}' in store_file("", "桥", address)


def test_what_was_kept_under_an_earlier_name_is_taken_over_once(opened: Opener) -> None:
    page = opened("search/", 1280)
    page.evaluate("""() => {
        localStorage.setItem("guideway:searches", '["押金"]');
        localStorage.setItem("guideway.scheme", "slate");
    }""")
    page.reload()
    expect(page.locator("#search-recent button")).to_have_text(["押金"])
    keys = page.evaluate("Object.keys(localStorage).sort()")

    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert keys == ["退得明白 /:scheme", "退得明白 /:searches"]


def test_what_is_kept_now_stays_where_something_is_kept_under_an_earlier_name(
    browser: Browser, tmp_path: Path
) -> None:
    """On a bare page: the later of the two is what its reader said last."""
    script = (TEMPLATES / "theme/assets/store.js").read_text()
    (tmp_path / "store.js").write_text(store_file(script, "桥", None))
    frame = '<meta charset="utf-8"><title>t</title><script src="store.js"></script>'
    (tmp_path / "index.html").write_text(frame)
    with serving(tmp_path) as address:
        page = browser.new_page()
        page.goto(address)
        said = page.evaluate("""() => {
            localStorage.setItem("桥 /:scheme", "slate");
            localStorage.setItem("guideway:scheme", "default");
            localStorage.setItem("guideway.ticks", "b");
            localStorage.setItem("mine", "c");
            return [guideway.kept.read("scheme"), guideway.kept.read("ticks"), {...localStorage}];
        }""")
        page.close()

    assert said == ["slate", "b", {"桥 /:scheme": "slate", "桥 /:ticks": "b", "mine": "c"}]

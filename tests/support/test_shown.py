"""When a test in a browser fails, the pages it has open are pictures, and told in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.shown import what_is_shown

pytestmark = pytest.mark.slow


def test_each_open_page_is_a_picture_and_words(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    page.set_content("<h1>桥</h1><label>名字 <input></label>" + "<p>水</p>" * 90)
    told = list(what_is_shown({"browser": browser}, "test_it[a/b]", tmp_path))[-1]
    page.close()
    address, picture, *words = told.splitlines()

    assert (address, Path(picture).parent) == ("about:blank", tmp_path)
    assert Path(picture).read_bytes().startswith(b"\x89PNG")
    assert Path(picture).name.startswith("test_it-a-b-")
    assert '- heading "桥" [level=1]' in words
    assert words[-1].endswith("lines more")


def test_a_test_without_a_page_shows_none(tmp_path: Path) -> None:
    assert list(what_is_shown({"world": 1}, "test_it", tmp_path)) == []

"""From right to left: what is said of one side is said of where a line begins, or for both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tinycss2
from playwright.sync_api import Browser

from guideway.pages.wording import direction_of
from tests.support.browsing import serving
from tests.support.kept import kept, lay_out, project_files
from tests.support.sites import ROOT, command

ASSETS = ROOT / "templates/theme/assets"
SHEETS = [*sorted(ASSETS.glob("*.css")), ROOT / "templates/embeds/page.css"]
SIDED = re.compile(r"(?:margin|padding|border)-(?:left|right)|float|clear")
"""Has a logical name in every browser of the floor: `margin-inline-start`."""
PLACED = ("left", "right")
"""Has none there."""
CORNERED = re.compile(r"border-radius")
PAGES = ("", "guides/buch-zurueckgeben/", "guides/gebuehr-widersprechen/", "decisions/zu-spaet/")
UNFOLD = """() => document.querySelectorAll("main details").forEach((one) => {
  one.open = true;
})"""
BOXES = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const { display, position } = getComputedStyle(one);
  return !display.startsWith("inline") && display !== "none" && one.getClientRects().length;
}).map((one) => {
  const { left, right, top } = one.getBoundingClientRect();
  return [one.className || one.tagName, Math.round(left), Math.round(right), Math.round(top)];
})"""


def _rules(nodes: Any) -> Iterator[tuple[str, str, str]]:
    """Each selector of a style sheet, with what is declared for it."""
    for node in nodes:
        if node.type == "at-rule" and node.content is not None:
            yield from _rules(tinycss2.parse_rule_list(node.content, skip_whitespace=True))
        if node.type == "qualified-rule":
            selector = tinycss2.serialize(node.prelude).strip()
            for each in tinycss2.parse_blocks_contents(node.content):
                if each.type == "declaration":
                    yield selector, each.name, tinycss2.serialize(each.value).strip()


def _of(path: Path) -> list[tuple[str, str, str]]:
    text = path.read_text("utf-8")
    return list(_rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)))


def _is_uneven(value: str) -> bool:
    sides = value.split()
    return len(sides) == 4 and sides[1] != sides[3]


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_no_style_speaks_of_a_side_where_it_need_not(path: Path) -> None:
    found = [
        (selector, name)
        for selector, name, value in _of(path)
        if SIDED.fullmatch(name)
        or (name == "text-align" and value in {"left", "right"})
        or (name in {"margin", "padding"} and _is_uneven(value))
    ]

    assert found == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_place_or_a_corner_on_one_side_is_said_for_the_other(path: Path) -> None:
    rules = _of(path)
    mirrored = " ".join(selector for selector, *_ in rules if "rtl" in selector)
    sided = {
        selector
        for selector, name, value in rules
        if "rtl" not in selector
        and ((name in PLACED and value not in {"auto", "50%"}) or _has_corners(name, value))
    }

    assert [each for each in sorted(sided) if _last_class(each) not in mirrored] == []


def _has_corners(name: str, value: str) -> bool:
    corners = value.split()
    uneven = len(corners) == 4 and corners[:2] != [corners[1], corners[0]]
    return bool(CORNERED.fullmatch(name)) and uneven and corners[2] != corners[3]


def _last_class(selector: str) -> str:
    names: list[str] = re.findall(r"\.[\w-]+|details|summary", selector)
    return names[-1]


@pytest.mark.parametrize(
    ("language", "direction"),
    {
        "ar": "rtl",
        "he-IL": "rtl",
        "fa": "rtl",
        "ur": "rtl",
        "az-Arab": "rtl",
        "az": "ltr",
        "zh-CN": "ltr",
        "tlh": "ltr",
        "und": "ltr",
    }.items(),
)
def test_the_direction_is_that_of_the_language(language: str, direction: str) -> None:
    assert direction_of(language) == direction


def _site(language: str) -> Path:
    """The German site as it is, and with the same words in a language from right to left."""
    files = project_files(ROOT / "tests/sites/verein")
    words = files.pop("words/de.yaml")
    settings = files["mkdocs.yml"].decode().replace("language: de", f"language: {language}")
    settings += "  without: [bundle, single, library, embeds, exports]\n"
    files |= {f"words/{language}.yaml": words, "mkdocs.yml": settings.encode()}

    def build(place: Path) -> None:
        done = command("-C", lay_out(place / "site of", files), "build", "--as-of", "2026-12-01")
        assert done.returncode == 0, done.stderr

    inputs = [part for path in sorted(files) for part in (path.encode(), files[path])]
    return kept(f"direction-{language}", inputs, build) / "site of" / "site"


@pytest.mark.dear
@pytest.mark.slow
def test_a_page_from_right_to_left_is_one_from_left_to_right_in_a_mirror(browser: Browser) -> None:
    """Box by box, as templates write them: scripts come when there is time.

    What stands within a line has an order of its own.
    """
    width, seen = 390, {}
    for language in ("de", "ar"):
        with serving(_site(language)) as home:
            page = browser.new_page(
                viewport={"width": width, "height": 844}, java_script_enabled=False
            )
            for path in PAGES:
                page.goto(home + path)
                page.evaluate(UNFOLD)
                seen[language, path] = page.evaluate(BOXES)
                assert page.evaluate("() => document.dir") == {"de": "ltr", "ar": "rtl"}[language]
            page.close()
    for path in PAGES:
        there, here = seen["de", path], seen["ar", path]
        assert [one[0] for one in here] == [one[0] for one in there]
        mirrored = [[name, width - right, width - left, top] for name, left, right, top in here]
        other = [
            (one, two)
            for one, two in zip(there, mirrored, strict=True)
            if one[0] != two[0]
            or any(abs(a - b) > 2 for a, b in zip(one[1:], two[1:], strict=True))
        ]
        assert other == [], path
        assert len(there) > 60

"""Checkers of finished pages find nothing: a page of every kind, in some of its states.

`make audit` asks them about all of `visits.yaml`, and about every page (`audit.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tools.checkers import Checkers

from tests.support.checkers import (
    DRAWN,
    EXCEPTIONS,
    Finding,
    as_left,
    axe,
    html_validate,
    nu,
    ready_to_paste,
)
from tests.support.data import read_data
from tests.support.sampling import sample
from tests.support.visits import ACTS, LOOKS, Visit, possible, show, too_wide, visiting

pytestmark = pytest.mark.slow

NARROW = ("320 px", "text twice as large")


def _kinds(row: Mapping[str, Any]) -> set[str]:
    """The kind of the page, and whether something is done on it."""
    place = row["page"].split("/")
    kind = place[0] if len(place) > 1 and place[1] else "list"
    return {row.get("at", kind), "something" if row.get("done") else "nothing"}


VISITS = sample("visits", read_data(Path(__file__).parent / "visits.yaml"), 0.2, _kinds)


@dataclass(frozen=True)
class Seen:
    """What was found on the visits, and the HTML of each page when it was left."""

    findings: Sequence[Finding]
    pages: Mapping[str, str]

    def by(self, *checkers: str) -> list[Finding]:
        """Give what some checkers found."""
        return [finding for finding in self.findings if finding.checker in checkers]


@pytest.fixture(scope="module")
def seen(browser: Browser, address: str, our_site: Path, folder: Path, checkers: Checkers) -> Seen:
    """Visit everything once: axe looks at each page as it is, and in one of the other looks."""
    downloads = (our_site / "downloads").as_uri() + "/"
    homes = {"website": address, "downloads": downloads, "bundle": folder.as_uri() + "/"}
    drawn = cycle(name for name in LOOKS if name != "light")
    findings: list[Finding] = []
    pages: dict[str, str] = {}
    for row in VISITS:
        visit = Visit(row["page"], tuple(row.get("done", ())))
        with visiting(browser, homes[row.get("at", "website")], visit) as watched:
            findings += axe(watched.page, checkers, str(visit))
            pages[str(visit)] = watched.page.content()
            for name in NARROW:
                show(watched.page, LOOKS[name])
                findings += too_wide(watched.page, f"{visit}, {name}")
            name = next(drawn)
            show(watched.page, LOOKS[name])
            findings += axe(watched.page, checkers, f"{visit}, {name}", DRAWN)
            findings += watched.findings(visit)
    return Seen(findings, pages)


def test_pages_break_no_rule_of_accessibility(seen: Seen) -> None:
    assert seen.by("axe") == []


def test_pages_say_nothing_ask_nobody_and_break_no_policy(seen: Seen) -> None:
    assert seen.by("browser") == []


def test_pages_fit_a_small_phone_and_large_letters(seen: Seen) -> None:
    assert seen.by("width") == []


def test_html_is_valid_as_it_is_built(our_site: Path, checkers: Checkers, tmp_path: Path) -> None:
    names = {re.split("[?#]", row["page"])[0] for row in VISITS if "at" not in row} - {"404.html"}
    pages = [our_site / name / "index.html" for name in sorted(names)]
    files = [*pages, our_site / "404.html"]

    assert html_validate(checkers, files, tmp_path) + nu(checkers, files) == []


def test_html_to_paste_is_valid(our_site: Path, checkers: Checkers, tmp_path: Path) -> None:
    files = [*ready_to_paste((our_site / "embed" / "loan-overdue"), tmp_path)]

    assert len(files) > 1
    assert html_validate(checkers, files, tmp_path, "pasted") + nu(checkers, files, "pasted") == []


def test_html_is_valid_as_scripts_leave_it(seen: Seen, checkers: Checkers, tmp_path: Path) -> None:
    done = {visit: html for visit, html in seen.pages.items() if "," in visit}
    files = [*as_left(done, tmp_path)]

    assert html_validate(checkers, files, tmp_path, "left by scripts") + nu(checkers, files) == []


def test_the_audit_finds_out_what_can_be_done_on_a_page(browser: Browser, address: str) -> None:
    """Otherwise it would not do it, and find nothing."""
    found: set[str] = set()
    for name in ("guides/huabei-close/", "decisions/which-machine/"):
        with visiting(browser, address, Visit(name)) as watched:
            found.update(act for acts in possible(watched.page) for act in acts)

    assert found == ACTS.keys()


def test_what_is_not_followed_has_its_reason() -> None:
    kinds = EXCEPTIONS["html-validate"].values()

    assert [rule for kind in kinds for rule in kind.values() if not rule["why"]] == []

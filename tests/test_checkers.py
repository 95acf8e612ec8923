"""Checkers of finished pages find nothing: one page of every kind, in the states it can be in.

`make audit` asks them about every page (`audit.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from ruamel.yaml import YAML
from tools.checkers import Checkers

from tests.checkers import DRAWN, Finding, axe, html_validate, nu
from tests.visits import LOOKS, Visit, show, too_wide, visiting

pytestmark = pytest.mark.slow

VISITS = YAML(typ="safe").load(Path(__file__).parent / "visits.yaml")


@dataclass(frozen=True)
class Seen:
    """What was found on visits, and the pages as they were then."""

    findings: Sequence[Finding]
    pages: Mapping[str, str]


@pytest.fixture(scope="module")
def seen(browser: Browser, address: str, our_site: Path, folder: Path, checkers: Checkers) -> Seen:
    """Visit everything once."""
    homes = {
        "website": address,
        "downloads": (our_site / "downloads").as_uri() + "/",
        "bundle": folder.as_uri() + "/",
    }
    findings: list[Finding] = []
    pages: dict[str, str] = {}
    for row in VISITS:
        visit = Visit(row["page"], tuple(row.get("done", ())))
        with visiting(browser, homes[row.get("at", "website")], visit) as watched:
            findings += [Finding("axe", str(visit), said) for said in axe(watched.page, checkers)]
            pages[str(visit)] = watched.page.content()
            for name, look in LOOKS.items():
                show(watched.page, look)
                said = axe(watched.page, checkers, DRAWN) + too_wide(watched.page)
                findings += [Finding("axe", f"{visit} ({name})", one) for one in said]
            findings += watched.findings(visit)
    return Seen(findings, pages)


def test_x(seen: Seen) -> None:
    for f in seen.findings:
        print(f.checker, "|", f.where, "|", f.says[:400])
    import json; json.dump(dict(seen.pages), open("/tmp/ck/pages.json", "w"))
    assert seen.findings == []

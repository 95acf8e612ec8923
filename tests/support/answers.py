"""What our own site answers to questions, in a real browser: asked once, and kept as sites are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.support.data import read_data
from tests.support.kept import kept, project_files
from tests.support.sites import ROOT

HERE = Path(__file__).parents[1] / "editions" / "search"
QUESTIONS = ("queries.yaml", "queries-blind.yaml")
STRANGERS = ("queries-strangers-tuned.yaml", "queries-strangers.yaml")
DOUBTED = ("queries-doubt-tuned.yaml", "queries-doubt.yaml")
SIXTY = ("queries-sixty-tuned.yaml", "queries-sixty.yaml")
FRESH = ("queries-fresh.yaml", "queries-evening.yaml", "queries-morning.yaml")
LATER = ("unheard-late.yaml", "unheard-sixty.yaml", "unheard-fit.yaml")
LAST = ("unheard-fresh.yaml", "unheard-thirty.yaml", "unheard-evening.yaml")
NEAR = ("unheard-morning.yaml", "unheard-noon.yaml")
MISSING = ("missing.yaml", "unheard.yaml", *LATER, *LAST, *NEAR)
FILES = (*QUESTIONS, "queries-lenders.yaml", *STRANGERS, *DOUBTED, *SIXTY, *FRESH, *MISSING)
ASK = """async (queries) => {
  const search = guideway.openSearch(new URL("../search/", location.href).href);
  const isPage = ({ address }) => /^(?!records|tel:)/.test(address);
  const answers = [];
  for (const query of queries) {
    const found = await search(query);
    const help = guideway.searchOffers(query, found.names);
    const pages = [...help.links.filter(isPage), ...found.results];
    const missing = !found.results.length || Boolean(guideway.searchMissing(query, found, help));
    const unsure = missing || (found.weak && !help.links.length);
    const addresses = pages.map(({ address }) => address);
    answers.push({ pages: addresses, weak: found.weak, missing, unsure });
  }
  return answers;
}"""

Answers = Mapping[str, Mapping[str, Any]]
"""Query → addresses of `pages`, the best first; whether it is `weak`, said to be `missing`, and
`unsure`: either is said, and nothing is offered."""


@pytest.fixture(scope="session")
def answers(browser: Browser, address: str) -> Answers:
    """Ask every question of every set."""
    queries = sorted({query for name in FILES for query in _queries(read_data(HERE / name))})

    def write(place: Path) -> None:
        page = browser.new_page()
        page.goto(f"{address}search/")
        page.wait_for_function("() => globalThis.guideway.searchBox !== undefined")
        told = dict(zip(queries, page.evaluate(ASK, queries), strict=True))
        page.close()
        (place / "json").write_text(json.dumps(told), encoding="utf-8")

    files = project_files(ROOT)
    content = (part for path in files for part in (path.encode(), files[path]))
    asked = (*(query.encode() for query in queries), ASK.encode(), browser.version.encode())
    place = kept("answers", [*content, *asked], write)
    found: Answers = json.loads((place / "json").read_text(encoding="utf-8"))
    return found


def _queries(data: Any) -> list[str]:
    """List what is asked in a file: rows with a query, or sets of queries."""
    if isinstance(data, dict):
        return [query for queries in data.values() for query in queries]
    return [row["q"] for row in data]

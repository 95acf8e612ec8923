"""Flows that go on in others, in every edition of a real site: all lead where it goes by hand.

Read are the list without a script (by its words), what is published for programs, and the page in
a browser: of the website, of the bundle, of the file by itself, of what others embed.
"""

from __future__ import annotations

import json
from datetime import timedelta
from itertools import product
from urllib.parse import urlencode

import pytest

from tests.support.browsers import NAMES as BROWSERS
from tests.support.browsers import Window
from tests.support.part_flows import Asked, Data, Reader, readers
from tests.support.part_sites import EDITIONS, NAMES, flow_of, page_of, part_site
from tests.support.published_flow import FromFile
from tests.support.sampling import sample
from tests.support.today import today
from tests.support.unscripted import Unscripted

pytestmark = pytest.mark.slow

LISTS = sample("lists of decisions in parts", product(EDITIONS, NAMES), 0.5, lambda pair: pair)
DRAWN = sample(
    "decisions in parts, in editions and browsers",
    product(BROWSERS, EDITIONS, NAMES),
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


def _gone(name: str, most: int) -> list[tuple[Asked, Reader]]:
    """Go by hand with every option, every set of boxes and each value at a limit; spread."""
    made, values = flow_of(name)
    gone = list(readers(made, 60_000, values))
    assert {reader.end for _, reader in gone if reader.end is None} == set()
    return gone[:: max(1, len(gone) // most)]


@pytest.mark.parametrize(("edition", "name"), LISTS)
def test_the_list_without_a_script_leads_where_it_goes_by_hand(edition: str, name: str) -> None:
    reader = Unscripted(page_of(edition, name).read_text())
    for asked, gone in _gone(name, 1_500):
        assert reader.follow(asked) == gone.end, asked


@pytest.mark.parametrize("name", NAMES)
def test_what_is_published_for_programs_leads_there(name: str) -> None:
    told = FromFile(json.loads((part_site() / f"api/decisions/{name}.json").read_text()))
    for asked, gone in _gone(name, 3_000):
        assert told.follow(asked) == gone.end, asked


@pytest.mark.parametrize(("window", "edition", "name"), DRAWN, indirect=["window"])
def test_the_page_leads_there_in_every_edition(window: Window, edition: str, name: str) -> None:
    gone = _gone(name, FEW)
    made = flow_of(name)[0]
    window.open(page_of(edition, name).as_uri())
    window.wait_for(".gw-stage")
    found = window.evaluate(LEADS, [urlencode(_spelt(made, asked)) for asked, _ in gone])
    assert found == [reader.end for _, reader in gone]


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

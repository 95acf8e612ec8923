"""What can be found of a page, by hand: how long questions are, and that nothing is in it twice."""

from __future__ import annotations

import re

import pytest

from guideway.build import Tree
from guideway.editions.search import SearchPage
from guideway.editions.search.cards import card_of, idle_of
from guideway.editions.search.documents import document
from guideway.editions.search.pages import subjects_of
from guideway.editions.search.synonyms import kin
from guideway.reports.examination import examine
from tests.support.composing import compose
from tests.support.ours import TEMPLATES, WORDS
from tests.support.planting import whole_world
from tests.support.sites import ROOT
from tests.support.world import DAY

SIGNS = "!#$%&'()*+,-./0123456789"
"""How small numbers are written: 0 is the first."""
SHORT = 5
"""Shorter texts may well be in others."""
ENGINE = ROOT / "templates/theme/assets/search-engine.js"


def test_what_says_nothing_is_a_quarter_as_long_as_the_rest() -> None:
    """In quarters of a character, by hand; signs and spaces are none. The page counts so too."""
    asked = {"怎么退": 1 + 1 + 4, "退": 4, "the app?": 3 + 12, "怎么办": 2 + 4, "么怎": 8}
    page = SearchPage("a/", "退款", texts={"asked": tuple(asked)})
    card = card_of(document(page, kin([]), {}), idle_of(["怎么", "the"]))
    written = card.text.split("\n")[0].split("\t")[-1]
    (quarter,) = re.findall(r"\bfiller: ([0-9.]+)", ENGINE.read_text())

    assert [SIGNS.index(sign) for sign in written] == list(asked.values())
    assert float(quarter) == 1 / 4


@pytest.fixture(scope="module")
def tree() -> Tree:
    """The tiny site and all it lacks: a trouble and a move that readers ask for, and others."""
    return compose(examine(whole_world().shelf(), DAY)[0], TEMPLATES, WORDS)


def test_what_a_page_says_once_is_found_once(tree: Tree) -> None:
    """What is a place of its own is not in the body of the page as well."""
    checked = 0
    for page in tree.pages:
        if page.kind not in {"guide", "warning"}:
            continue
        entry = tree.catalog.entries[page.name]
        (subject,) = subjects_of(tree.catalog, page, WORDS)
        told = [text for name, some in subject.texts.items() if name != "asked" for text in some]
        told += [text for place in subject.places for text in (place.heading, place.text)]
        found = "\n".join(told)
        texts = [page.plain.get(each.value, "") for each in entry.texts]
        for text in {each for each in texts if len(each) > SHORT}:
            assert found.count(text) <= "\n".join(texts).count(text), text
            checked += found.count(text)
    assert checked > 30

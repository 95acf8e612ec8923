"""Related pages: what is shown beside what, in which words, and the laws that always hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString

from guideway.build import examine
from guideway.catalog import Catalog
from guideway.related import Related, relate
from guideway.related.bonds import REASONS, Bond, suggested
from guideway.related.choosing import FEW, HUB, ROOM, Lists, choose
from guideway.related.pairing import Link, Pairing, pairings
from guideway.render import render
from guideway.suggestions import account, as_text, suggestions
from tests.ours import TEMPLATES, WORDS, our_catalog
from tests.world import DAY, World, amend

FOLDER = Path(__file__).parent / "neighbours"
CASES = FOLDER / "cases.yaml"
NEW_GUIDE = (FOLDER / "guide.yaml").read_text()


@pytest.mark.parametrize("name", list(YAML(typ="safe").load(CASES)))
def test_pages_show_others_like_this(name: str, world: World, update: bool) -> None:
    data = YAML(typ="safe").load(CASES)[name]
    catalog, problems = examine(_world(world, data["files"]).shelf(), data.get("day", DAY))
    assert problems == ()
    told = "\n".join(_told(catalog, page) for page in data["pages"])

    if update:
        _write(name, told)
    assert _lines(told) == _lines(data.get("shows", "") if not update else told)


def _world(world: World, files: Mapping[str, str]) -> World:
    for path, text in files.items():
        if path.endswith(" (whole)"):
            world = world.having(path.removesuffix(" (whole)"), text.encode())
        elif path in world.files:
            world = world.amended(path, text)
        else:
            new = NEW_GUIDE if path.startswith("content/guides/") else ""
            world = world.having(path, amend(new, text).encode())
    return world


def _told(catalog: Catalog, page: str) -> str:
    return suggestions(catalog, page, TEMPLATES, WORDS, everything=False)


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines() if line.strip()]


def _write(name: str, told: str) -> None:
    yaml = YAML()
    yaml.width = 1000
    cases = yaml.load(CASES)
    cases[name]["shows"] = LiteralScalarString("\n".join(_lines(told)) + "\n")
    yaml.dump(cases, CASES)


@dataclass(frozen=True)
class Ours:
    """Our own pages, and what each shows of others."""

    catalog: Catalog
    related: Mapping[str, Related]

    def links(self) -> dict[tuple[str, str], str]:
        """Give page and shown page, with the kind."""
        return {
            (page, link.page): link.kind
            for page, related in self.related.items()
            for links in related.lists.values()
            for link in links
        }


@pytest.fixture(scope="module")
def ours() -> Ours:
    """Our own content on the day of the tests."""
    return Ours(our_catalog(), relate(our_catalog()))


def test_no_list_is_too_long_and_no_page_is_in_two(ours: Ours) -> None:
    for page, related in ours.related.items():
        for slot, links in related.lists.items():
            assert 0 < len(links) <= ROOM[slot]
        shown = [link.page for links in related.lists.values() for link in links]
        assert len(shown) == len(set(shown))
        assert page not in shown


def test_every_page_shows_something_and_can_be_reached_from_every_other(ours: Ours) -> None:
    to: defaultdict[str, set[str]] = defaultdict(set)
    for page, other in ours.links():
        to[page].add(other)
    for start in ours.related:
        reached, waiting = {start}, [start]
        while waiting:
            new = to[waiting.pop()] - reached
            reached |= new
            waiting += new
        assert reached == set(ours.related)


def test_no_page_swallows_the_lists(ours: Ours) -> None:
    slots = Counter(
        (link.page, slot)
        for related in ours.related.values()
        for slot, links in related.lists.items()
        for link in links
    )

    assert max(slots.values()) <= max(HUB, len(ours.related) // 4)


def test_what_both_pages_show_of_each_other_fits_together(ours: Ours) -> None:
    """What is next here is before there, and so on: the kinds of one reason."""
    links = ours.links()
    fitting = {(r.kind, r.back) for r in REASONS.values()}
    fitting |= {("explains", "next"), ("beware", "another-way"), ("beware", "explains")}
    fitting |= {("beware", "beware"), ("another-way", "another-way"), ("next", "next")}
    for (page, other), kind in links.items():
        if (other, page) in links:
            back = links[other, page]
            assert (kind, back) in fitting or (back, kind) in fitting, (page, kind, other, back)


def test_only_warnings_stand_under_beware(ours: Ours) -> None:
    kinds = {
        (other.partition(".")[0] == "warning", kind) for (_, other), kind in ours.links().items()
    }

    assert (False, "beware") not in kinds
    assert {kind for is_warning, kind in kinds if is_warning} == {"beware"}


def test_the_order_of_the_files_changes_nothing(ours: Ours) -> None:
    turned = replace(ours.catalog, entries=dict(reversed(list(ours.catalog.entries.items()))))

    assert relate(turned) == ours.related


def test_every_reason_has_its_sentences_and_every_sentence_its_reason() -> None:
    assert set(WORDS["related"]["reasons"]) == set(REASONS)
    for sides in WORDS["related"]["reasons"].values():
        assert set(sides) == {"here", "back"}


def test_every_reason_of_ours_reads_as_one_sentence(ours: Ours) -> None:
    told = [account(ours.catalog, name, of, everything=False) for name, of in ours.related.items()]
    for file in render(ours.catalog, told, TEMPLATES, WORDS):
        for line in _lines(as_text(file))[2::2]:
            assert line.count("\u3002") == 1, line
            assert not set(line) & set("{}[]<>"), line


PAGES = [f"guide.{letter}" for letter in "abcdefghijkl"]
REASONS_DRAWN = [reason for reason in REASONS if reason != "pin"]
SHARED = REASONS_DRAWN.index("siblings")
"""Before it stand the reasons an author writes."""


@st.composite
def bonds(draw: st.DrawFn) -> list[Bond]:
    """Draw any ties between a dozen pages."""
    pairs = st.lists(st.sampled_from(PAGES), min_size=2, max_size=2, unique=True)
    found = []
    for here, there in draw(st.lists(pairs, max_size=60)):
        reason = REASONS[name := draw(st.sampled_from(REASONS_DRAWN))]
        weight = draw(st.floats(0.01, 10))
        found.append(Bond(here, there, name, reason.kind, reason.back, weight))
    return found


@given(bonds(), st.data())
def test_whatever_is_tied_the_lists_keep_the_laws(found: list[Bond], data: st.DataObject) -> None:
    silent = data.draw(st.frozensets(st.sampled_from(PAGES), max_size=3))
    pairs = [pairing.pages for pairing in pairings(found)]
    blocked = data.draw(st.frozensets(st.sampled_from(pairs))) if pairs else frozenset()
    tied = pairings(found)
    lists = choose(tied, Lists(len(PAGES), silent, blocked))
    shown = {(page, link.page): link for page, links in lists.links.items() for link in links}

    for page, other in shown:
        assert page != other
        assert other not in silent
        assert (min(page, other), max(page, other)) not in blocked
    for page in PAGES:
        unreturned = [
            link
            for link in lists.links[page]
            if link.slot == "main" and (link.page, page) not in shown and not _is_written(link)
        ]
        assert len(unreturned) <= FEW
    for page in PAGES:
        for slot, room in ROOM.items():
            assert lists.filled(page, slot) <= room
    for slot in ROOM:
        counted = Counter(other for (_, other), link in shown.items() if link.slot == slot)
        assert not counted or max(counted.values()) <= HUB


@given(bonds(), st.randoms())
def test_the_order_of_the_ties_changes_nothing(found: list[Bond], random: Any) -> None:
    mixed = random.sample(found, len(found))

    assert _shown(pairings(mixed)) == _shown(pairings(found))


@given(bonds())
def test_two_groups_stay_apart_only_where_nothing_can_join_them(found: list[Bond]) -> None:
    tied = pairings(found)
    lists = choose(tied, Lists(len(PAGES), frozenset(), frozenset()))
    shown = {(page, link.page) for page, links in lists.links.items() for link in links}
    both = {pair for pair in shown if pair[::-1] in shown}
    group = {page: page for page in PAGES}
    for page, other in both:
        old, new = group[page], group[other]
        group = {each: new if of == old else of for each, of in group.items()}

    for pairing in tied:
        here, there = pairing.pages
        if group[here] != group[there]:
            assert {lists.refusal(pairing, here), lists.refusal(pairing, there)} != {""}


def _is_written(link: Link) -> bool:
    """Say whether the author of the page that shows it wrote the tie."""
    return not link.is_back and REASONS_DRAWN.index(link.bond.reason) < SHARED


def _shown(tied: list[Pairing]) -> dict[str, list[str]]:
    lists = choose(tied, Lists(len(PAGES), frozenset(), frozenset()))
    return {page: [link.page for link in links] for page, links in sorted(lists.links.items())}


def test_all_pages_are_suggested(ours: Ours) -> None:
    assert {entry.name for entry in suggested(ours.catalog)} == set(ours.related)
    assert {other for _, other in ours.links()} == set(ours.related)

"""Related pages: what is shown beside what, in which words, and the laws that always hold."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString

from guideway.catalog import Catalog
from guideway.model.related import RelationKind, TailoredRelated
from guideway.pages.environment import environment_of
from guideway.pages.render import render
from guideway.project.locales import language_of
from guideway.related import Related, relate
from guideway.related.alike import MOST, alike
from guideway.related.choosing import FEW, HUB, ROOM, Lists, choose
from guideway.related.pairing import PairScore, RelatedLink, pairings
from guideway.related.relations import REASONS, Relation, suggested
from guideway.related.sentences import LONGEST, fault, sentence
from guideway.related.shared import shared
from guideway.reports.examination import examine
from guideway.reports.related_pages import account, as_text, suggestions
from tests.support.data import read_data
from tests.support.ours import TEMPLATES, WORDS, our_catalog
from tests.support.sites import ROOT
from tests.support.world import DAY, World, amend

FOLDER = Path(__file__).parent / "cases"
CASES = FOLDER / "cases.yaml"
NEW_GUIDE = (FOLDER / "guide.yaml").read_text()


@pytest.mark.parametrize("name", list(read_data(CASES)))
def test_pages_show_others_like_this(name: str, world: World, update: bool) -> None:
    data = read_data(CASES)[name]
    catalog, problems = examine(_world(world, data["files"]).shelf(), data.get("day", DAY))
    # The guides of a case are made of one, so some are called alike.
    assert {problem.code for problem in problems} <= {"same-name"}
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
        for list_name, links in related.lists.items():
            assert 0 < len(links) <= ROOM[list_name]
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
        (link.page, list_name)
        for related in ours.related.values()
        for list_name, links in related.lists.items()
        for link in links
    )

    assert max(slots.values()) <= max(HUB, len(ours.related) // 4)


def test_what_a_page_is_follows_from_what_its_own_author_wrote(ours: Ours) -> None:
    """An author's word about a page goes before what the other's author wrote, or both share."""
    checked = 0
    for page, related in ours.related.items():
        tied = {pairing.link(page).page: pairing.bonds for pairing in related.pairings}
        for link in (link for links in related.lists.values() for link in links):
            own = [bond for bond in tied[link.page] if bond.here == page]
            spoken = [bond.kind for bond in own if bond.reason in REASONS_DRAWN[:SHARED]]
            assert not spoken or link.kind in spoken or link.bond.reason in {"pin", "hand-on"}
            checked += bool(spoken)
    assert checked > len(ours.related)


def test_only_warnings_stand_under_beware(ours: Ours) -> None:
    kinds = {
        (other.partition(".")[0] == "warning", kind) for (_, other), kind in ours.links().items()
    }

    assert (False, "beware") not in kinds
    assert {kind for is_warning, kind in kinds if is_warning} == {"beware"}


def test_the_order_of_the_files_changes_nothing(ours: Ours) -> None:
    turned = replace(ours.catalog, entries=dict(reversed(list(ours.catalog.entries.items()))))

    assert relate(turned) == ours.related


def test_every_kind_has_its_words_and_a_sentence() -> None:
    kinds = set(get_args(RelationKind))

    assert set(WORDS["related"]["kinds"]) == kinds
    assert set(WORDS["related"]["reasons"]) == kinds
    assert [s for s in WORDS["related"]["reasons"].values() if fault(s) or s[-1] != STOP] == []


def test_every_reason_of_ours_is_one_plain_sentence(ours: Ours) -> None:
    told = [
        account(ours.catalog, WORDS, name, of, everything=False)
        for name, of in ours.related.items()
    ]
    for file in render(ours.catalog, told, environment_of(TEMPLATES, WORDS)):
        for line in _lines(as_text(file))[2::2]:
            said = line.strip().removesuffix("（只在某些回答时）")
            assert is_plain(said), said


def test_no_reason_of_ours_states_a_wrong_statement(ours: Ours) -> None:
    claims = {
        correction.claim.strip(STOP)
        for entry in suggested(ours.catalog)
        for correction in getattr(entry.value, "corrections", ())
    }
    assert len(claims) > 100
    for page, related in ours.related.items():
        for link in (link for links in related.lists.values() for link in links):
            said = sentence(ours.catalog, link, WORDS)
            assert not [claim for claim in claims if claim in said], (page, said)


def test_every_page_of_ours_says_what_it_gives(ours: Ours) -> None:
    gives = {entry.name: entry.value.related.gives for entry in suggested(ours.catalog)}

    assert gives.keys() == of_ours()
    assert [name for name, said in gives.items() if not said] == []


STOP = "\u3002"
TEXTS = st.text("船桥水“”‘’「」。？！，；a.x{}[]()<>*`: \u2026", min_size=1, max_size=60)
"""What an author might write, and what nobody should."""


def is_plain(said: str) -> bool:
    """Say, apart from the program, whether a text is one plain sentence with a full stop."""
    body, stop = said[:-1], said[-1:]
    depth = [0]
    for sign in body:
        depth.append(depth[-1] + (sign in "“‘「『") - (sign in "”’」』"))
    return (
        stop == STOP
        and len(said) <= LONGEST
        and not set(body) & set("。？！?!；;{}[]<>*`\n")
        and set(depth) <= {0, 1}
        and depth[-1] == 0
        and re.search(r"[a-z]\.[a-z]", body) is None
        and body[-1] not in "，,；;。"
    )


@given(TEXTS, st.none() | TEXTS, TEXTS, st.sampled_from(["pin", "trouble", "step", "topic"]))
def test_whatever_authors_write_a_reason_is_one_plain_sentence(
    said: str, gives: str | None, summary: str, reason: str
) -> None:
    catalog = _catalog_with(gives, summary)
    row = REASONS[reason]
    bond = Relation("guide.ferry", "guide.bridge", reason, row.kind, row.back, 1, said=said)
    own = said if reason in {"pin", "trouble"} else ""
    link = RelatedLink("guide.bridge", row.kind, False, bond, own, 1, None)

    assert is_plain(sentence(catalog, link, WORDS))


@given(TEXTS)
def test_what_the_rule_lets_through_is_said_as_it_is(gives: str) -> None:
    row = REASONS["step"]
    bond = Relation("guide.ferry", "guide.bridge", "step", row.kind, row.back, 1)
    link = RelatedLink("guide.bridge", row.kind, False, bond, "", 1, None)
    told = sentence(_catalog_with(gives, "？"), link, WORDS)

    if not fault(gives):
        assert told.replace(" ", "") == gives.replace(" ", "").rstrip("。.!！;；,，") + STOP
    else:
        assert told == WORDS["related"]["reasons"][row.kind] or is_plain(told)


def _catalog_with(gives: str | None, summary: str) -> Catalog:
    """Make a catalog of one page that says this of itself."""
    entry = our_catalog().entries["guide.huabei-close"]
    related = TailoredRelated.model_construct(gives=gives, pin=(), block=())
    value = entry.value.model_copy(update={"related": related, "summary": summary})
    return Catalog({"guide.bridge": replace(entry, name="guide.bridge", value=value)})


PAGES = [f"guide.{letter}" for letter in "abcdefghijkl"]
REASONS_DRAWN = [reason for reason in REASONS if reason != "pin"]
SHARED = REASONS_DRAWN.index("siblings")
"""Before it stand the reasons an author writes."""


@st.composite
def bonds(draw: st.DrawFn) -> list[Relation]:
    """Draw any ties between a dozen pages."""
    pairs = st.lists(st.sampled_from(PAGES), min_size=2, max_size=2, unique=True)
    found = []
    for here, there in draw(st.lists(pairs, max_size=60)):
        reason = REASONS[name := draw(st.sampled_from(REASONS_DRAWN))]
        weight = draw(st.floats(0.01, 10))
        found.append(Relation(here, there, name, reason.kind, reason.back, weight))
    return found


@given(bonds(), st.data())
def test_whatever_is_tied_the_lists_keep_the_laws(
    found: list[Relation], data: st.DataObject
) -> None:
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
            if link.list_name == "main" and (link.page, page) not in shown and not _is_written(link)
        ]
        assert len(unreturned) <= FEW
    for page in PAGES:
        for list_name, room in ROOM.items():
            assert lists.filled(page, list_name) <= room
    for list_name in ROOM:
        counted = Counter(
            other for (_, other), link in shown.items() if link.list_name == list_name
        )
        assert not counted or max(counted.values()) <= HUB


@pytest.mark.parametrize(("reason", "most"), [("step", 5), ("trouble", 3), ("trap", 2)])
def test_a_page_that_is_tied_to_many_shows_so_many(reason: str, most: int) -> None:
    """Five others, three for when it fails, two to beware of: what a phone has room for."""
    row = REASONS[reason]
    here, *others = PAGES
    tied = [Relation(here, there, reason, row.kind, row.back, 20) for there in others]
    lists = choose(pairings(tied), Lists(len(PAGES), frozenset(), frozenset()))

    assert len(lists.links[here]) == most


@pytest.mark.parametrize(("weighs", "is_shown"), [(4.99, False), (5, True)])
def test_what_two_pages_must_weigh_together_is_ten(weighs: float, *, is_shown: bool) -> None:
    """Where both have enough other pages, and all are joined without."""
    near, far, *between = PAGES[:5]
    row = REASONS["provider"]
    strong = [
        Relation(here, there, "provider", row.kind, row.back, 20)
        for here in (near, far)
        for there in between
    ]
    weak = Relation(near, far, "provider", row.kind, row.back, weighs)
    lists = choose(pairings([*strong, weak]), Lists(len(PAGES), frozenset(), frozenset()))

    assert (far in [link.page for link in lists.links[near]]) == is_shown


@pytest.mark.parametrize(("weighs", "is_shown"), [(19.9, False), (20, True)])
def test_what_is_merely_near_must_weigh_five_for_who_is_shown_it(
    weighs: float, *, is_shown: bool
) -> None:
    """A page that another one leads to when it fails: of what that weighs there, a quarter here."""
    leads, led, *between = PAGES[:5]
    step, row = REASONS["step"], REASONS["trouble"]
    strong = [
        Relation(here, there, "step", step.kind, step.back, 40)
        for here in (leads, led)
        for there in between
    ]
    weak = Relation(leads, led, "trouble", row.kind, row.back, weighs, returned=row.returned)
    lists = choose(pairings([*strong, weak]), Lists(len(PAGES), frozenset(), frozenset()))

    assert (leads in [link.page for link in lists.links[led]]) == is_shown


@pytest.mark.parametrize(("pages", "most"), [(20, 12), (80, 20)])
def test_a_page_stands_in_twelve_lists_or_in_every_fourth(pages: int, most: int) -> None:
    row = REASONS["step"]
    others = [f"guide.p{number}" for number in range(pages)]
    tied = [Relation(each, "guide.hub", "step", row.kind, row.back, 1) for each in others]
    lists = choose(pairings(tied), Lists(pages, frozenset(), frozenset()))

    assert sum(link.page == "guide.hub" for each in others for link in lists.links[each]) == most


def test_a_lonely_page_gets_the_three_in_the_likest_words() -> None:
    title = "注销旧手机的号码"
    entry = our_catalog().entries["guide.huabei-close"]
    words = {"lonely": title} | {f"p{n}": title[: 8 - n] + "甲乙丙丁"[:n] for n in range(5)}
    entries = {
        f"guide.{id_}": replace(
            entry,
            name=f"guide.{id_}",
            value=entry.value.model_copy(update={"title": said, "summary": "", "aliases": ()}),
        )
        for id_, said in {**words, "other": "完全不同"}.items()
    }
    tied = list(alike(Catalog(entries, language=language_of("zh-CN")), {"guide.lonely"}))

    assert [each.there for each in tied] == ["guide.p0", "guide.p1", "guide.p2"]
    assert tied[0].weight > tied[1].weight > tied[2].weight > 0


@given(bonds(), st.randoms())
def test_the_order_of_the_ties_changes_nothing(found: list[Relation], random: Any) -> None:
    mixed = random.sample(found, len(found))

    assert _shown(pairings(mixed)) == _shown(pairings(found))


@given(bonds())
def test_two_groups_stay_apart_only_where_nothing_can_join_them(found: list[Relation]) -> None:
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


def _is_written(link: RelatedLink) -> bool:
    """Say whether the author of the page that shows it wrote the tie."""
    return not link.is_back and REASONS_DRAWN.index(link.bond.reason) < SHARED


def _shown(tied: list[PairScore]) -> dict[str, list[str]]:
    lists = choose(tied, Lists(len(PAGES), frozenset(), frozenset()))
    return {page: [link.page for link in links] for page, links in sorted(lists.links.items())}


def of_ours() -> set[str]:
    """Name our guides, decisions and warnings, by the files they are written in, drafts apart."""
    return {
        f"{kind}.{file.stem}"
        for kind in ("guide", "decision", "warning")
        for file in (ROOT / "content" / f"{kind}s").glob("*.yaml")
        if "." not in file.stem and "\ndraft: true" not in file.read_text(encoding="utf-8")
    }


def test_all_pages_are_suggested(ours: Ours) -> None:
    assert of_ours() == set(ours.related)
    assert {other for _, other in ours.links()} == set(ours.related)


@pytest.mark.parametrize(("many", "ties"), [(24, 24 * 23 // 2), (25, 22 * 3 + 2 + 1)])
def test_of_a_crowd_only_those_meet_that_come_next(many: int, ties: int) -> None:
    """So the work grows with the pages: each meets three, and the last ones who is left."""
    crowd = {f"guide.g{number:02}": {("topic", "topic.crossing")} for number in range(many)}
    alone = {f"guide.x{number:02}": {("topic", f"topic.x{number}")} for number in range(70)}

    assert len(list(shared({**crowd, **alone}))) == ties


@pytest.mark.parametrize(("many", "likeness"), [(24, True), (25, False)])
def test_what_too_many_pages_say_makes_none_of_them_alike(
    many: int, *, likeness: bool, world: World
) -> None:
    """Two dozen pages have a word in common, and some more have none."""
    names = [f"g{number:02}" for number in range(60)]
    for number, name in enumerate(names):
        said = "渡口" if number < many else f"{chr(0x5000 + number)}{chr(0x6000 + number)}"
        text = amend(NEW_GUIDE, f"title: {said}\nsummary: {said}\n")
        world = world.having(f"content/guides/{name}.yaml", text.encode())
    catalog, _ = examine(world.shelf(), DAY)

    assert len(list(alike(catalog, {f"guide.{names[0]}"}))) == likeness * MOST


@pytest.mark.parametrize(
    ("said", "is_fine"),
    [
        ("先看“牌子”再走「桥」。", True),
        ("先看「牌子』再走。", False),
        ("先看”牌子“再走。", False),
        ("先看“牌‘子’”再走。", False),
        ("先看“牌子再走。", False),
    ],
)
def test_quotes_close_as_they_were_opened(*, said: str, is_fine: bool) -> None:
    assert fault(said) == (
        "" if is_fine else "has quotes inside quotes, or quotes that do not close"
    )

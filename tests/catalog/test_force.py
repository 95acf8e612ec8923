"""The site of a day: what rests on a fact that is not in force goes, and nothing else does."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from guideway.catalog import Catalog
from guideway.catalog.as_of import in_force, is_in_force, turning_days
from guideway.catalog.local_names import INSIDE
from guideway.catalog.references import references
from guideway.model.records import Fact
from guideway.model.texts import Part
from guideway.pages.environment import environment_of
from guideway.pages.plan import plan
from guideway.pages.render import render
from guideway.reports.examination import examine
from guideway.reports.reviews import reviews
from tests.support.data import read_data
from tests.support.ours import TEMPLATES, WORDS, our_catalog
from tests.support.sampling import sample
from tests.support.world import DAY, World, read_world

CASES = read_data(Path(__file__).parent / "days" / "bridge.yaml")
GUIDE = "content/guides/bridge.yaml"
RECORDS = "content/records/bridge.yaml"
START = date(2027, 1, 1)
FEE = f"""fee.bridge:
  label: 过桥费
  amount: 一只椰子
  source: {{title: 桥头的牌子}}
  verified_on: 2026-11-22
  certainty: secondary
  review_by: 2027-05-22
  owner: bridge
  effective_from: {START}
"""
OURS = our_catalog()
NAMES = [entry.name for entry in OURS.records][::60]
TURNS = turning_days(OURS)
DAYS = [*TURNS, *(day - timedelta(days=1) for day in TURNS)]
"""The days on which something of ours comes or goes, and those before them."""


TINY, _ = examine(read_world().shelf(), DAY)


class Pages(NamedTuple):
    """What readers see, and what each page rests on: path → text, and path → names."""

    texts: Mapping[str, str]
    uses: Mapping[str, frozenset[str]]
    listed: Mapping[str, str]
    """Path of a page whose sources are listed on another → the path of that other."""


def _catalog(world: World, guide: dict[str, Any]) -> Catalog:
    fragment = "".join(f"{key}: {json.dumps(v, ensure_ascii=False)}\n" for key, v in guide.items())
    changed = world.amended(GUIDE, fragment).amended(RECORDS, FEE)
    return examine(changed.shelf(), DAY)[0]


@pytest.mark.parametrize("name", list(CASES))
def test_what_is_left_on_a_day(name: str, world: World) -> None:
    case = CASES[name]
    whole = _catalog(world, case["guide"])
    before = in_force(whole, START - timedelta(days=1))

    assert set(whole.entries) - set(before.entries) == {"fee.bridge", *case.get("gone", ())}
    for path, expected in case.get("left", {}).items():
        assert _at(before.entries["guide.bridge"].value, path.split(".")) == expected
    assert in_force(whole, START).entries == whole.entries


def _at(value: Any, path: list[str]) -> Any:
    for name in path:
        value = value[int(name)] if name.isdecimal() else getattr(value, name)
    return _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        return {name: _plain(getattr(value, name)) for name in type(value).model_fields}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)
HOLDS = [  # first day, last day, a day, whether it holds then: by hand
    (None, None, date(1990, 1, 1), True),
    (FIRST, None, FIRST - timedelta(days=1), False),
    (FIRST, None, FIRST, True),
    (FIRST, None, date.max, True),
    (None, LAST, date.min, True),
    (None, LAST, LAST, True),
    (None, LAST, LAST + timedelta(days=1), False),
    (FIRST, LAST, date(2026, 3, 15), True),
    (FIRST, FIRST, FIRST, True),
    (FIRST, FIRST, FIRST + timedelta(days=1), False),
]


@pytest.mark.parametrize(("first", "last", "day", "holds"), HOLDS)
def test_a_fact_holds_from_its_first_day_to_its_last(
    first: date | None, last: date | None, day: date, *, holds: bool
) -> None:
    fact = TINY.entries["fee.bridge"].value
    dated = fact.model_copy(update={"effective_from": first, "effective_until": last})
    assert isinstance(dated, Fact)

    assert is_in_force(dated, day) == holds


def _holds(fact: Fact, day: date) -> bool:
    """Say the same in the plainest way."""
    return (fact.effective_from or date.min) <= day <= (fact.effective_until or date.max)


def test_what_ends_is_there_on_its_last_day_and_gone_on_the_next(world: World) -> None:
    """Also in the site of the day, and that day is one on which something turns."""
    ending = FEE.replace(f"effective_from: {START}", f"effective_until: {LAST}")
    catalog = examine(world.amended(RECORDS, ending).shelf(), LAST)[0]

    assert "fee.bridge" in in_force(catalog, LAST).entries
    assert "fee.bridge" not in in_force(catalog, LAST + timedelta(days=1)).entries
    assert {LAST, LAST + timedelta(days=1)} & {*turning_days(catalog)} == {date(2026, 4, 1)}


def test_what_holds_to_the_last_day_there_is_never_ends(world: World) -> None:
    lasting = FEE.replace(f"effective_from: {START}", f"effective_until: {date.max}")
    catalog = examine(world.amended(RECORDS, lasting).shelf(), DAY)[0]

    assert turning_days(catalog) == turning_days(TINY)
    assert "fee.bridge" in in_force(catalog, date.max).entries


@pytest.mark.parametrize("day", sample("days of our site", DAYS, 0.1), ids=str)
def test_nothing_that_is_left_refers_to_something_that_has_gone(day: date) -> None:
    """Between two of the days nothing comes or goes: all of them are all there are."""
    present = in_force(OURS, day)

    assert {e.name for e in present.records if not _holds(e.value, day)} == set()
    assert {
        reference.name
        for entry in present.entries.values()
        for reference in references(entry)
        if reference.name not in present.entries and reference.name.split(".")[0] not in INSIDE
    } == set()


@pytest.mark.slow
@pytest.mark.parametrize("day", sample("days of our pages", DAYS, 0.02), ids=str)
def test_our_pages_can_be_written_as_of_any_day(day: date) -> None:
    assert "index.md" in _composed(OURS, day).texts


@cache
def _ours_today() -> Pages:
    return _composed(OURS, DAY)


@cache
def _tiny_today() -> Pages:
    return _composed(TINY, DAY)


def _composed(catalog: Catalog, day: date) -> Pages:
    """The pages of the site alone: no index of the search, nothing for the sites of others."""
    present = in_force(replace(catalog, day=day), day)
    pages = plan(present, WORDS)
    files = list(render(present, pages, environment_of(TEMPLATES, WORDS)))
    return Pages(
        {each.path: each.text for each in files},
        {each.path: each.uses for each in files},
        {page.path: f"{page.listed_at.rstrip('/')}.md" for page in pages if page.sources_at},
    )


@pytest.mark.dear
@pytest.mark.slow
def test_two_days_of_our_site_differ_only_in_the_pages_of_what_changed() -> None:
    """A law that starts on 2026-08-01 is not there on 07-31; the impact list names its pages."""
    before, after = _composed(OURS, date(2026, 7, 31)), _composed(OURS, date(2026, 8, 1))
    changed = [
        e.name
        for e in OURS.records
        if _holds(e.value, date(2026, 7, 31)) != _holds(e.value, date(2026, 8, 1))
    ]
    differ = _differing(before, after)

    assert changed == ["law.cost-disclosure.all"]
    guides = {path.removesuffix(".md") for path in _impact(after, changed)}
    renumbered = {path for path in differ if path.rpartition("/")[0] in guides}
    assert differ - renumbered == (_impact(after, changed) | {_DATED}) - renumbered
    assert "law-cost-disclosure" not in "".join(
        text for path, text in before.texts.items() if path.startswith("guides/")
    )
    assert "guides/xiaomi-mall-instalment-off.md" in differ


_DATED = "downloads.md"
"""Its files bear the day in their names."""


def _differing(one: Pages, other: Pages) -> set[str]:
    paths = {path for path in {*one.texts, *other.texts} if path.endswith(".md")}
    return {path for path in paths if one.texts.get(path) != other.texts.get(path)}


def _impact(tree: Pages, names: list[str]) -> set[str]:
    return {
        path for path, used in tree.uses.items() if set(names) & set(used) and path.endswith(".md")
    }


def _changed(catalog: Catalog, name: str) -> Catalog:
    """Change everything a reader can see of a record."""
    entry = catalog.entries[name]
    fact = entry.value
    assert isinstance(fact, Fact)
    marked: dict[str, Any] = {"label": fact.label + "改", "verified_on": date(2026, 1, 2)}
    for field in ("value", "article", "amount", "unit"):
        if isinstance(getattr(fact, field, None), str) and field + name[:6] != "unitperiod":
            marked[field] = getattr(fact, field) + "9"
    if hasattr(fact, "number"):
        marked["number"] = fact.number + 1
    changed = replace(entry, value=fact.model_copy(update=marked))
    return replace(catalog, entries={**catalog.entries, name: changed})


@pytest.mark.parametrize("name", [entry.name for entry in TINY.records])
def test_changing_a_record_changes_every_page_that_uses_it_and_nothing_else(name: str) -> None:
    _same_as_impact(TINY, _tiny_today(), name)


@pytest.mark.dear
@pytest.mark.slow
@pytest.mark.parametrize("name", sample("records of ours", NAMES, 0.15))
def test_changing_one_of_our_records_changes_the_pages_the_impact_list_names(name: str) -> None:
    _same_as_impact(OURS, _ours_today(), name)


def _same_as_impact(catalog: Catalog, before: Pages, name: str) -> None:
    after = _composed(_changed(catalog, name), DAY)
    listed = next(r.pages for r in reviews(catalog, before.uses) if r.name == name)

    differ, impact = _differing(before, after), _impact(before, [name])
    only_numbered = impact - differ
    assert differ <= impact
    assert {before.listed.get(path) for path in only_numbered} <= differ
    assert len(listed) == len(impact) > 0


def test_a_page_says_calmly_that_its_review_is_overdue() -> None:
    late = _composed(TINY, date(2027, 5, 23)).texts["guides/bridge.md"]
    timely = _composed(TINY, date(2027, 5, 22)).texts["guides/bridge.md"]

    assert 'data-due="2027-05-22">' in late
    assert 'data-due="2027-05-22" hidden>' in timely

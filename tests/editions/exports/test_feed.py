"""What a feed holds when a site has more pages than a feed: the newest, in their order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from guideway.editions.exports.feed import FeedEntry, feed_file
from guideway.pages.rendered import RenderedPage, readable
from guideway.reports.examination import examine
from tests.support.composing import TINY, compose
from tests.support.ours import TEMPLATES, WORDS
from tests.support.world import DAY, read_world


def _entries(told: list[RenderedPage], **site: Any) -> list[FeedEntry]:
    """Say what the template of the feed is given."""
    given: dict[str, Any] = {}

    def shell(name: str, **facts: object) -> str:
        given.update(facts)
        return name

    feed_file(replace(TINY, **site), {page.url: page for page in told}, shell)
    found: list[FeedEntry] = given["changes"]
    return found


def _pages(days: list[date]) -> list[RenderedPage]:
    tree = compose(examine(read_world().shelf(), DAY)[0], TEMPLATES, WORDS)
    one = readable(tree.pages)[0]
    return [
        replace(one, path=f"guides/g{number:03}.md", changed_on=day)
        for number, day in enumerate(days)
    ]


def test_a_feed_has_the_hundred_pages_that_changed_last_the_newest_first() -> None:
    days = [DAY - timedelta(days=number * 37 % 130 // 2) for number in range(130)]
    found = _entries(_pages(days))

    assert [each.told.changed_on for each in found] == sorted(days, reverse=True)[:100]
    for one, other in pairwise(found):
        assert one.told.changed_on != other.told.changed_on or one.told.url < other.told.url


def test_a_day_begins_where_the_site_is_at_home() -> None:
    (page,) = _pages([DAY])

    assert _entries([page], time_zone="Asia/Shanghai")[0].moment == f"{DAY}T00:00:00+08:00"
    assert _entries([page], time_zone="UTC")[0].moment == f"{DAY}T00:00:00+00:00"


def test_an_entry_is_called_the_same_on_every_day_and_on_no_other_site() -> None:
    (page,) = _pages([DAY])
    later = replace(page, changed_on=DAY + timedelta(days=9))
    (one,), (same,) = _entries([page], name="a"), _entries([later], name="a", time_zone="UTC")

    assert one.id == same.id
    assert one.id != _entries([page], name="b")[0].id
    assert _entries([page], address="https://a.example/")[0].id == f"https://a.example/{page.url}"

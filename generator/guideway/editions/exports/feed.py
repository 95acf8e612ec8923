"""What changed when, for who subscribes to it: an Atom feed (RFC 4287)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from guideway.model.settings import SiteInfo
from guideway.pages.rendered import RenderedPage, readable
from guideway.web.shell import Shell

FEED = "feed.xml"
_MOST = 100
"""So many pages are in it, those that changed last; a reader of feeds keeps the older ones."""


@dataclass(frozen=True)
class FeedEntry:
    """A page that changed, and what the feed calls it for ever."""

    told: RenderedPage
    id: str
    moment: str
    """When the day began on which it changed, where the site is at home."""


def feed_file(site: SiteInfo, told: Mapping[str, RenderedPage], shell: Shell) -> str:
    """Write the guides, decisions and warnings by the day on which they last changed."""
    by_name = sorted(readable(told.values()), key=lambda each: each.url)
    newest = sorted(by_name, key=lambda each: each.changed_on or date.min, reverse=True)[:_MOST]
    changes = [FeedEntry(each, _id(site, each.url), _moment(site, each)) for each in newest]
    return shell("feed.xml.j2", site=site, id=_id(site, ""), changes=changes)


def _id(site: SiteInfo, url: str) -> str:
    """Give the address, or while the site has none, a name that every build gives it again."""
    return (
        f"{site.address}{url}" if site.address else uuid5(NAMESPACE_URL, f"{site.name}/{url}").urn
    )


def _moment(site: SiteInfo, page: RenderedPage) -> str:
    day = page.changed_on or date.min
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(site.time_zone)).isoformat()

"""What search engines are told of the site: its pages, and when what they say last changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from guideway.model.settings import SiteInfo
from guideway.pages.rendered import RenderedPage
from guideway.web.html import Html
from guideway.web.shell import Shell
from guideway.web.site import INDEX, way

SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"
_FORMS = frozenset({"sheet", "embed-this", "search"})
"""Pages that are another form of a page, or empty until somebody searches."""


@dataclass(frozen=True)
class SitemapUrl:
    """A page on the map."""

    url: str
    changed_on: date | None


def sitemap_files(
    site: SiteInfo, told: Mapping[str, RenderedPage], shell: Shell
) -> Iterator[tuple[str, str]]:
    """Write the map, if the site has an address: it must say whole ones. Robots may read all."""
    yield ROBOTS, shell("robots.txt.j2", site=site, sitemap=SITEMAP)
    if site.address:
        yield SITEMAP, shell("sitemap.xml.j2", site=site, places=list(places(told)))


def places(told: Mapping[str, RenderedPage]) -> Iterator[SitemapUrl]:
    """List the pages that are worth finding.

    A page that nobody reviews lists others: it changed when the newest of these did.
    """
    for url, each in told.items():
        if each.kind not in _FORMS:
            days = [] if each.changed_on else [told[there].newest for there in _led(told, url)]
            yield SitemapUrl(url, max(filter(None, [each.newest, *days]), default=None))


def _led(told: Mapping[str, RenderedPage], url: str) -> Iterator[str]:
    """List the reviewed pages to which the body of a page leads."""
    for link in Html(told[url].body, is_piece=True).find("a[href]"):
        led = way(url + INDEX, link.attributes["href"] or "")
        if led and led.path in told and told[led.path].changed_on:
            yield led.path

"""What the site says to programs: Markdown, linked data, a feed, a map, a list for models.

Markdown is made page by page, and so are linked data; the rest are lists of all pages.
"""

from collections.abc import Iterable

from guideway.catalog import Catalog
from guideway.editions.exports.feed import FEED, feed_file
from guideway.editions.exports.llms import LLMS, llms_file
from guideway.editions.exports.sitemap import sitemap_files
from guideway.model.settings import SiteInfo
from guideway.pages.rendered import RenderedPage
from guideway.web.shell import Shell


def list_files(
    site: SiteInfo, catalog: Catalog, told: Iterable[RenderedPage], shell: Shell
) -> dict[str, bytes]:
    """Make the files that tell of all pages: path → bytes."""
    pages = {each.url: each for each in told}
    texts = {
        **dict(sitemap_files(site, pages, shell)),
        FEED: feed_file(site, pages, shell),
        LLMS: llms_file(site, catalog, pages, shell),
    }
    return {path: text.encode() for path, text in texts.items()}

"""What the site says to programs: Markdown, linked data, a feed, a map, a list for models."""

from collections.abc import Iterable, Mapping

from guideway.catalog import Catalog
from guideway.editions.exports.feed import FEED, feed_file
from guideway.editions.exports.llms import LLMS, llms_file
from guideway.editions.exports.markdown import markdown_files
from guideway.editions.exports.sitemap import sitemap_files
from guideway.pages.rendered import RenderedPage
from guideway.web.shell import Shell
from guideway.web.site import Site


def machine_files(
    site: Site,
    catalog: Catalog,
    told: Iterable[RenderedPage],
    templates: Mapping[str, str],
    shell: Shell,
) -> dict[str, bytes]:
    """Make the files: path → bytes."""
    pages = {each.url: each for each in told}
    texts = {
        **dict(markdown_files(site, pages, templates, shell)),
        **dict(sitemap_files(site, pages, shell)),
        FEED: feed_file(site, pages, shell),
        LLMS: llms_file(site, catalog, pages, shell),
    }
    return {path: text.encode() for path, text in texts.items()}

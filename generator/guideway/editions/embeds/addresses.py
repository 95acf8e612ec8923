"""Where our pages are, seen from the sites of others."""

from urllib.parse import urljoin, urlsplit

from guideway.editions.embeds.frames import Frame


def link_from(frame: Frame, site: str, href: str) -> str | None:
    """Give the whole address of a link on an embedded page; None if it has none.

    Without the address of the site, a link to another page of ours has none. A place on the
    embedded page is one on the whole page.
    """
    if urlsplit(href).scheme:
        return href
    if not site:
        return None
    here = frame.whole.url if href.startswith("#") else frame.url
    return urljoin(site + here, href)

"""The body of a page → the same for a file that has no neighbours."""

from guideway.web.html import Element, Html, data_part
from guideway.web.inlining import data_of
from guideway.web.links import ONLINE, Marks, mark, on_the_website, point
from guideway.web.site import INDEX, Site, way

NEEDS_OTHERS = f":is({ONLINE}, {data_part('crumbs', 'situations', 'sheet', 'reviews')})"
"""What makes sense beside other pages only."""

OPENED = f":is({data_part('now', 'rest')}, [data-count])"
"""What helps who opens parts of a page in a browser: the next action, and how much is closed."""

_MEDIA = "media/"


def alone(site: Site, here: str, body: str, marks: Marks) -> str:
    """Rewrite the body of the page at the address `here`, such as `guides/bridge/`."""
    html = Html(body, is_piece=True)
    html.drop(NEEDS_OTHERS)
    put_pictures(site, here, html)
    for link in html.find("a[href]"):
        lead_out(site, here, link, marks)
    return html.text(is_small=True)


def lead_out(site: Site, here: str, link: Element, marks: Marks) -> None:
    """Let a link to another page lead to the website, and mark every link that leads out.

    A file to take along comes along: its link holds it.
    """
    href = link.attributes["href"] or ""
    led = way(here + INDEX, href)
    if led is None:
        mark(link, href, marks)
        return
    if led.path.startswith(_MEDIA) and led.path in site.files:
        link.attrs["href"] = data_of(site, led.path)
        return
    there = on_the_website(link, site.address, here)
    mark(link, there, marks)
    point(link, there)


def put_pictures(site: Site, here: str, html: Html) -> None:
    """Put every picture of the site into its place."""
    for picture in html.find("img[src]"):
        led = way(here + INDEX, picture.attributes["src"] or "")
        if led is not None:
            picture.attrs["src"] = data_of(site, led.path)

"""HTML to paste into a help centre: a page in the elements its host lets through."""

from collections.abc import Iterator
from functools import partial
from html import escape

from guideway.editions.embeds.addresses import link_from
from guideway.editions.embeds.frames import Frame
from guideway.editions.embeds.home import Home
from guideway.model.words import Words
from guideway.pages.qr_code import scan_code
from guideway.web.host_html import HostHtml, parts_of
from guideway.web.html import Html
from guideway.web.standalone import OPENED


def paste_files(frame: Frame, home: Home) -> Iterator[tuple[str, str]]:
    """Write a page for every host: path, and HTML without a title."""
    link = partial(link_from, frame, home.address)
    html = Html(frame.body, is_piece=True)
    html.drop(OPENED)
    body = parts_of(html)
    scanned = _scanned(home.address + frame.whole.url, home.words) if home.address else ""
    for name, profile in home.hosts.items():
        pasted = HostHtml(profile, link).rewritten(body)
        yield paste_path(frame, name), pasted + (scanned if profile.is_scanned else "")


def paste_path(frame: Frame, host: str) -> str:
    """Give where the HTML for a host is: `embed/bridge/zendesk.html`."""
    return f"{frame.url}{host}.html"


def _scanned(address: str, words: Words) -> str:
    """Write where the whole page is: for a phone to read, and in letters if the picture is lost."""
    said = words["embed"]["china"]
    picture = f'<img src="{scan_code(address)}" alt="{escape(said["picture"])}">'
    return f"<p>{picture}</p>\n<p>{escape(said['scan'])}<br>{escape(address)}</p>\n"

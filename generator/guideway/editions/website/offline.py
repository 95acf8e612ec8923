"""The page of downloads, and the worker that keeps the website on a device."""

from collections.abc import Mapping, Sequence

from guideway.editions.website.sizes import File, measured
from guideway.editions.website.worker import worker
from guideway.pages.rendered import RenderedPage
from guideway.web.inlining import style_of
from guideway.web.shell import Shell
from guideway.web.site import Site

DOWNLOADS = "downloads/index.html"
"""The page that says how large files are."""

_WEBSITE = "website"
"""How it calls all that the worker keeps."""


def downloads_page(html: bytes, downloads: Mapping[str, File], kept: int, decimal: str) -> bytes:
    """Write into the page of downloads how large each is, and how large what the worker keeps.

    `kept` is that in bytes, without this page; `decimal` the sign of decimals.
    """
    return measured(
        html.decode(), {**downloads, _WEBSITE: File(kept + len(html))}, decimal
    ).encode()


def worker_of(
    site: Site,
    script: bytes,
    signs: Mapping[str, str],
    pages: Sequence[RenderedPage],
    shell: Shell,
) -> bytes:
    """Write the worker that keeps files, of which `signs` gives the sums.

    `pages` are those that the page for an address which is not kept leads to.
    """

    def dressed(style: str) -> str:
        return shell("unkept.html.j2", pages=pages, style=style)

    return worker(script, signs, dressed(style_of(site, (), dressed(""))))

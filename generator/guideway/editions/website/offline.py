"""The page of downloads, and the worker that keeps the website on a device."""

from collections.abc import Mapping, Sequence

from guideway.editions.website.sizes import measured
from guideway.editions.website.worker import WORKER, kept, worker
from guideway.pages.rendered import RenderedPage
from guideway.web.inlining import style_of
from guideway.web.shell import Shell
from guideway.web.site import Site

_DOWNLOADS = "downloads/index.html"
_WEBSITE = "website"
"""How the page of downloads calls all that the worker keeps."""


def offline_files(
    site: Site,
    downloads: Mapping[str, bytes],
    pages: Sequence[RenderedPage],
    shell: Shell,
) -> dict[str, bytes]:
    """Write the sizes of what can be downloaded into its page, and what is kept into the worker.

    `pages` are those that the page for an address which is not kept leads to.
    """
    paths = kept(site)
    sizes = {_WEBSITE: sum(len(site.files[path]) for path in paths)}
    page = measured(site.text(_DOWNLOADS), downloads, sizes).encode()
    whole = Site({**site.files, _DOWNLOADS: page})
    return {_DOWNLOADS: page, WORKER: worker(whole, paths, _unkept(site, pages, shell))}


def _unkept(site: Site, pages: Sequence[RenderedPage], shell: Shell) -> str:
    """Make the page for an address that is not kept, which stands at any depth of the site."""

    def dressed(style: str) -> str:
        return shell("unkept.html.j2", pages=pages, style=style)

    return dressed(style_of(site, (), dressed("")))

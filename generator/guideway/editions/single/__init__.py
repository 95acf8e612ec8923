"""A page as one file, with its style, scripts and pictures inside it."""

from guideway.pages.rendered import RenderedPage
from guideway.web.inlining import script_of, style_of
from guideway.web.links import Marks
from guideway.web.shell import Shell
from guideway.web.site import Site
from guideway.web.standalone import alone

_OF_NEIGHBOURS = frozenset({"crumbs"})
"""Scripts that have nothing to do without other pages."""


def single_file(site: Site, page: RenderedPage, marks: Marks, shell: Shell) -> bytes:
    """Make the file of a page."""
    body = alone(site, page.url, page.body, marks)
    script = script_of(site, scripts_alone(page))

    def dressed(style: str) -> str:
        return shell("single.html.j2", page=page, body=body, script=script, style=style)

    return dressed(style_of(site, page.styles, dressed(""))).encode()


def scripts_alone(page: RenderedPage) -> list[str]:
    """List the scripts a page needs in a file of its own."""
    return [name for name in page.scripts if name not in _OF_NEIGHBOURS]

"""All guides, decisions and warnings in one file, or in one for each topic."""

from collections.abc import Iterable

from guideway.editions.library.parts import part
from guideway.pages.rendered import RenderedPage
from guideway.pages.volumes import Volume
from guideway.web.inlining import style_of
from guideway.web.links import Marks
from guideway.web.shell import Shell
from guideway.web.site import Site


def library(
    site: Site, volume: Volume, pages: Iterable[RenderedPage], marks: Marks, shell: Shell
) -> str:
    """Write one file of it, with those of the pages that belong there."""
    found = [each for each in pages if each.name in volume.names]
    names = {each.url: each.name.replace(".", "-") for each in found}
    parts = [
        (each, names[each.url], part(site, each.url, each.body, names, marks)) for each in found
    ]
    styles = dict.fromkeys(style for each in found for style in each.styles)

    def dressed(style: str) -> str:
        return shell("library.html.j2", title=volume.title, parts=parts, style=style)

    return dressed(style_of(site, styles, dressed("")))

"""All guides, decisions and warnings in one file, or in one for each topic."""

from collections.abc import Mapping, Sequence

from guideway.editions.library.parts import part
from guideway.pages.rendered import RenderedPage
from guideway.pages.volumes import Volume
from guideway.web.inlining import style_of
from guideway.web.links import Marks
from guideway.web.shell import Shell
from guideway.web.site import Site


def names_in_volume(volume: Volume, pages: Sequence[RenderedPage]) -> Mapping[str, str]:
    """Name the parts of a file by the addresses of their pages."""
    return {each.url: each.name.replace(".", "-") for each in pages if each.name in volume.names}


def part_of(site: Site, page: RenderedPage, names: Mapping[str, str], marks: Marks) -> str:
    """Write a page as a part of a file, whose parts are `names`."""
    return part(site, page.url, page.body, names, marks)


def library(
    site: Site, volume: Volume, parts: Sequence[tuple[RenderedPage, str, str]], shell: Shell
) -> bytes:
    """Write one file; of each part its page, its name and its HTML."""
    styles = dict.fromkeys(style for page, _, _ in parts for style in page.styles)

    def dressed(style: str) -> str:
        return shell("library.html.j2", title=volume.title, parts=parts, style=style)

    return dressed(style_of(site, styles, dressed(""))).encode()

"""All guides, decisions and warnings in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.editions.library.parts import part
from guideway.web.inlining import style_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guideway.pages.rendered import RenderedPage
    from guideway.web.links import Marks
    from guideway.web.shell import BuildInfo, Shell
    from guideway.web.site import Site


def library(
    site: Site, pages: Sequence[RenderedPage], info: BuildInfo, marks: Marks, shell: Shell
) -> str:
    """Write the file."""
    names = {each.page.url: each.page.facts["entry"].name.replace(".", "-") for each in pages}
    parts = [
        (each.page, names[each.page.url], part(site, each.page.url, each.body, names, marks))
        for each in pages
    ]
    styles = dict.fromkeys(style for each in pages for style in each.page.styles)

    def dressed(style: str) -> str:
        return shell("library.html.j2", site=site, edition=info, parts=parts, style=style)

    return dressed(style_of(site, styles, dressed("")))

"""One body, many shells: the finished HTML of a page, without what the engine puts around it."""

from __future__ import annotations

import markdown

EXTENSIONS = ("attr_list",)
"""What turns our Markdown into the same HTML as the engine does; see `mkdocs.yml`."""

_FENCE = "---\n"


def body_of(text: str) -> str:
    """Give the HTML of a rendered page: from its heading to its dates.

    `text` is what `render` made of it: settings between fences, then Markdown.
    """
    _, _, body = text.removeprefix(_FENCE).partition(f"\n{_FENCE}")
    return markdown.markdown(body, extensions=list(EXTENSIONS))

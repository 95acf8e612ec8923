"""One body, many shells: the finished HTML of a page, without what the engine puts around it."""

from __future__ import annotations

_FENCE = "---\n"


def body_of(text: str) -> str:
    """Give the HTML of a rendered page: from its heading to its dates.

    `text` is what `render` made of it: settings between fences, then blocks of finished HTML, which
    the engine leaves as they are.
    """
    _, _, body = text.removeprefix(_FENCE).partition(f"\n{_FENCE}")
    return body.strip()

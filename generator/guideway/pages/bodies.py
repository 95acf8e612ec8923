"""One body, many shells: the finished HTML of a page, without what the engine puts around it."""

from __future__ import annotations

import re

_FENCE = "---\n"
_LINK_OUT = re.compile(r'<a (?=[^>]*href="(?!#|tel:))(?P<rest>[^>]*)>')
"""A link that leads away. Our templates put every value in double quotes, without a bare `>`."""


def body_of(text: str) -> str:
    """Give the HTML of a rendered page: from its heading to its dates.

    `text` is what `render` made of it: settings between fences, then blocks of finished HTML, which
    the engine leaves as they are.
    """
    _, _, body = text.removeprefix(_FENCE).partition(f"\n{_FENCE}")
    return body.strip()


def opening_apart(body: str) -> str:
    """Let every link of a body that leads away open a page of its own, which cannot reach back."""
    return _LINK_OUT.sub(_apart, body)


def _apart(link: re.Match[str]) -> str:
    rel = "" if " rel=" in link["rest"] else ' rel="noopener"'
    return f'<a target="_blank"{rel} {link["rest"]}>'

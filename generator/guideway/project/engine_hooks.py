"""What the engine calls while it works: a page's body is HTML already and goes by its Markdown.

It would scan a body twice and give it back as it was. Without this, pages are the same.
"""

from typing import Any

_BODIES: dict[str, str] = {}
"""Path of a page that is being converted → its body."""


def on_page_markdown(markdown: str, page: Any, **_: object) -> str:
    """Keep the body, and leave nothing to convert."""
    _BODIES[page.file.src_uri] = markdown.strip()
    return ""


def on_page_content(_html: str, page: Any, **_: object) -> str:
    """Give the body back."""
    return _BODIES.pop(page.file.src_uri)

"""Pages go to the engine without their bodies, which are finished HTML: it makes their frames.

It would scan a body for Markdown, and Zensical would lead its links elsewhere. What is put in here
goes by all that, so every engine gives the same page.
"""

from collections.abc import Mapping
from typing import Final

from guideway.pages.page import url_of
from guideway.pages.rendered import body_of
from guideway.project.build_error import BuildError

PLACE: Final = "<!-- guideway: the body of the page -->"
"""What stands in a frame where the body belongs."""


def emptied(text: str) -> str:
    """Give what the engine reads of a page: its settings, and the place of its body."""
    settings = text[: text.rindex(body_of(text))]
    return f"{settings}{PLACE}\n"


def filled(texts: Mapping[str, str], made: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the files an engine has made with the bodies of pages in their frames.

    `texts` are the pages by their paths below its folder, such as `guides/bridge.md`. A page that
    is not there, or has no place or more than one, is a BuildError.
    """
    place = PLACE.encode()
    pages = dict[str, bytes]()
    for path, text in texts.items():
        address = f"{url_of(path)}index.html"
        before, *after = made.get(address, b"").split(place)
        if len(after) != 1:
            raise BuildError(
                f"the engine has made {address} without one place for its body",
                "the theme's base.html has to show page.content once",
            )
        pages[address] = before + body_of(text).encode() + after[0]
    return {**made, **pages}

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
_PLACE = PLACE.encode()


def emptied(text: str) -> str:
    """Give what the engine reads of a page: its settings, and the place of its body."""
    settings = text[: text.rindex(body_of(text))]
    return f"{settings}{PLACE}\n"


def frame_in(made: Mapping[str, bytes], path: str) -> bytes:
    """Give the frame of a page of those files that an engine has made.

    `path` is where the page lies below its folder, such as `guides/bridge.md`. One that is not
    there, or has no place or more than one, is a BuildError.
    """
    address = f"{url_of(path)}index.html"
    frame = made.get(address, b"")
    if frame.count(_PLACE) != 1:
        raise BuildError(
            f"the engine has made {address} without one place for its body",
            "the theme's base.html has to show page.content once",
        )
    return frame


def filled(frame: bytes, body: str) -> bytes:
    """Put a body into its frame."""
    return frame.replace(_PLACE, body.encode())

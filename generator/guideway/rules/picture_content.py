"""A picture is what its name says, draws and does nothing else, and is small enough for a phone.

An SVG file is a document: it can hold scripts, load from elsewhere, lead away. Here it holds
shapes, words and looks, and points only to parts of itself (`href="#…"`, `url(#…)`). A picture has
at most 300,000 bytes, 4,000 pixels a side and 4 million in all.

Wrong:

    content/media/bridge.svg (whole)
    <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>

Right:

    content/media/bridge.svg (whole)
    <svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0H9"/></svg>
"""

from collections.abc import Iterator
from io import BytesIO

from guideway.catalog import Catalog
from guideway.catalog.pictures import shown
from guideway.catalog.svg import refused
from guideway.problems import Place, Problem

_BYTES, _SIDE, _PIXELS = 300_000, 4_000, 4_000_000

_STARTS = {
    "png": (0, b"\x89PNG\r\n\x1a\n"),
    "jpg": (0, b"\xff\xd8\xff"),
    "jpeg": (0, b"\xff\xd8\xff"),
    "webp": (8, b"WEBP"),
    "avif": (4, b"ftypavi"),
}
"""Ending → where the sign of such a file stands, and what it is."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find the first thing that is wrong with every picture that is shown."""
    for file in sorted(shown(catalog)):
        found = _wrong(file, catalog.media[file])
        if found:
            message, line = found
            yield Problem(
                _place(file, catalog.media[file], line),
                f"this picture {message}",
                code="picture-content",
                hint="save it anew, smaller or as plain shapes; a picture only draws",
            )


def _wrong(file: str, content: bytes) -> tuple[str, int] | None:
    """Say what is wrong, and on which line of an SVG file."""
    if len(content) > _BYTES:
        return f"has more than {_BYTES:,} bytes", 0
    return refused(content) if file.endswith(".svg") else _pixels(file, content)


def _place(file: str, content: bytes, line: int) -> Place:
    if not line:
        return Place(f"content/media/{file}")
    text = content.split(b"\n")[line - 1].decode(errors="replace").rstrip()
    return Place(f"content/media/{file}", line, 1, len(text), text)


def _pixels(file: str, content: bytes) -> tuple[str, int] | None:
    import imagesize  # noqa: PLC0415 - it loads all that speaks with the network; most pictures are SVG

    at, sign = _STARTS[file.rpartition(".")[2]]
    width, height = imagesize.get(BytesIO(content))
    if content[at : at + len(sign)] != sign or width < 1 or height < 1:
        return "is not of the kind its name says", 0
    if max(width, height) > _SIDE or width * height > _PIXELS:
        return f"is {width} by {height} pixels large", 0
    return None

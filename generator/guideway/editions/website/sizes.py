"""Fills the sizes and sums of files into a page that names them."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from guideway.pages.file_sizes import spelt
from guideway.web.html import Html

_SIZE, _SUM = "data-size", "data-sum"


@dataclass(frozen=True)
class File:
    """What a page says of a file."""

    size: int
    """Bytes."""
    sum: str = ""
    """Its SHA-256, in hexadecimal; empty of what is no file."""


def file_of(content: bytes) -> File:
    """Measure a file."""
    return File(len(content), sha256(content).hexdigest())


def measured(html: str, files: Mapping[str, File], decimal: str) -> str:
    """Write into every `data-size` and `data-sum` what is true of the file it names."""
    page = Html(html)
    for element in page.find(f"[{_SIZE}]"):
        element.insert_child(spelt(files[element.attributes[_SIZE] or ""].size, decimal))
    for element in page.find(f"[{_SUM}]"):
        element.insert_child(files[element.attributes[_SUM] or ""].sum)
    return page.text()

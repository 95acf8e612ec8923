"""Fills the sizes and sums of files into a page that names them."""

from collections.abc import Mapping
from hashlib import sha256

from guideway.web.html import Html

_SIZE, _SUM = "data-size", "data-sum"
_KILO, _MEGA = 1024, 1024 * 1024


def measured(html: str, files: Mapping[str, bytes], sizes: Mapping[str, int]) -> str:
    """Write into every `data-size` and `data-sum` what is true of the file it names.

    `sizes` gives the bytes of what is named and is no file.
    """
    page = Html(html)
    for element in page.find(f"[{_SIZE}]"):
        path = element.attributes[_SIZE] or ""
        element.insert_child(spelt(sizes[path] if path in sizes else len(files[path])))
    for element in page.find(f"[{_SUM}]"):
        element.insert_child(sha256(files[element.attributes[_SUM] or ""]).hexdigest())
    return page.text()


def spelt(many: int) -> str:
    """Tell a number of bytes to a person, rounded up: 96 KB, 3.4 MB."""
    if many < _MEGA:
        return f"{-(-many // _KILO)} KB"
    return f"{-(-many * 10 // _MEGA) / 10:.1f} MB"

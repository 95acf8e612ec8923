"""Fills the sizes and sums of files into a page that names them."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from guideway.web.markup import edited

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guideway.web.markup import Element

_SIZE, _SUM = "data-size", "data-sum"
_KILO, _MEGA = 1024, 1024 * 1024


def measured(html: str, files: Mapping[str, bytes], sizes: Mapping[str, int]) -> str:
    """Write into every `data-size` and `data-sum` what is true of the file it names.

    `sizes` gives the bytes of what is named and is no file.
    """

    def edit(element: Element) -> Element:
        given = element.attributes
        for name in {_SIZE, _SUM} & given.keys():
            path = given[name] or ""
            said = sha256(files[path]).hexdigest() if name == _SUM else ""
            many = sizes[path] if path in sizes else len(files[path])
            return replace(element, inside=said or spelt(many))
        return element

    return edited(html, edit)


def spelt(many: int) -> str:
    """Tell a number of bytes to a person, rounded up: 96 KB, 3.4 MB."""
    if many < _MEGA:
        return f"{-(-many // _KILO)} KB"
    return f"{-(-many * 10 // _MEGA) / 10:.1f} MB"

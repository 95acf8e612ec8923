"""Code inside a line of HTML: read from its elements, signed as in any other line."""

from guideway.imports.inline_code import as_signed, bare
from guideway.web.html import Element, content

_TAGS = {"code", "kbd", "samp", "tt"}
_DEEPEST = 50
"""What is nested deeper in a line is read without its code."""


def signed(element: Element, depth: int = 0) -> str:
    """Give the words of an element, in which code stands between the signs."""
    text = bare(element.text())
    if element.tag in _TAGS:
        return as_signed(text)
    if element.tag == "-text" or depth >= _DEEPEST or not element.css_first(", ".join(_TAGS)):
        return text
    return "".join(signed(each, depth + 1) for each in content(element))

"""HTML as the standard writes a tree → the same in fewer signs, which any browser reads alike.

An empty attribute is its name alone, and a value with quotes in it stands in those that need no
code: what our templates hand to scripts in attributes is full of them.

The standard writes `<` and `>` as codes in an attribute, and each value between double quotes.

In code each line end and tab is written as a code of its own, so that nothing that tidies HTML up,
line by line, finds them.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

_NO_HTML = re.compile(
    r"<(?:!--.*?-->|(?P<called>script|style)\b[^<>]*>.*?</(?P=called)>)", re.DOTALL
)
"""Comments, and elements whose content is no HTML."""
_CODE = re.compile(r"<pre\b[^<>]*>.*?</pre>", re.DOTALL)
_KEPT = str.maketrans({"\n": "&#10;", "\t": "&#9;"})
_LONG = (re.compile('=""'), re.compile("&quot;"))
"""What can be written in fewer signs, if it stands in a tag: few of all tags have it.

Two are looked for faster than one of two.
"""
_VALUE = re.compile('="([^"]*)"')
"""A value: looked for from the left, one after the other, the first sign of two is always its."""
_PLAIN = re.compile(r"[^\s\"'=`/]+")
"""What needs no quotes; a slash could be taken for the end of the element."""


def shortened(html: str, *, is_small: bool = False) -> str:
    """Write it again; `is_small` leaves away the quotes that nothing needs.

    `<p hidden="" title="a">` becomes `<p hidden title="a">`, or `<p hidden title=a>`.
    """
    if "<pre" in html:
        html = _CODE.sub(lambda code: code[0].translate(_KEPT), html)
    return "".join(_parts(html, _small if is_small else _short))


def _parts(html: str, write: Callable[[str], str]) -> Iterator[str]:
    """Write what is HTML, and give the rest as it is."""
    end = 0
    for found in _NO_HTML.finditer(html):
        content = found.start() if found["called"] is None else html.index(">", found.start())
        yield write(html[end:content])
        yield html[content : found.end()]
        end = found.end()
    yield write(html[end:])


def _short(html: str) -> str:
    """Write the few tags anew that have something to leave out."""
    parts, end = list[str](), 0
    for at in sorted(found.start() for long in _LONG for found in long.finditer(html)):
        start = html.rfind("<", end, at)
        if start >= 0 and html.find(">", start, at) < 0:
            parts.append(html[end:start])
            close = html.find(">", at)
            end = close if close >= 0 else len(html)
            parts.append(_attributes(html[start:end]))
    return "".join([*parts, html[end:]])


def _small(html: str) -> str:
    """Write all tags anew; most of them stand there many times."""
    first, *others = html.split("<")
    tags = (each.partition(">") for each in others)
    written = (f"<{_smallest(tag) if '=' in tag else tag}{end}{words}" for tag, end, words in tags)
    return "".join([first, *written])


@lru_cache(maxsize=4096)
def _smallest(tag: str) -> str:
    return _VALUE.sub(_with_least, tag)


def _attributes(tag: str) -> str:
    return _VALUE.sub(_with_fewer, tag)


def _with_fewer(found: re.Match[str]) -> str:
    """Write a value that is empty or has quotes in it."""
    value = found[1]
    if "&quot;" not in value or "'" in value:
        return found[0] if value else ""
    said = value.replace("&quot;", '"')
    return f"='{said}'"


def _with_least(found: re.Match[str]) -> str:
    """Write it without quotes, if it needs none and has none in it."""
    is_plain = _PLAIN.fullmatch(found[1]) and "&quot;" not in found[1]
    return f"={found[1]}" if is_plain else _with_fewer(found)

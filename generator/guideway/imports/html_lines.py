"""HTML of an article → its lines: headings, items, rows of tables, and what is beside it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from guideway.imports.lines import Line, Marker
from guideway.web.html import Element, Html, content

_UNSEEN = "script, style, template, noscript, svg, iframe, object, head, [hidden]"
_ASIDE = {"nav", "footer", "aside", "form", "button", "select"}
_NAMED_ASIDE = re.compile(
    r"(?i)(?:^|[-_ ])(?:nav|menu|foot(?:er)?|side(?:bar)?|bread(?:crumbs?)?|related|recommend\w*"
    r"|comments?|share|social|ads?|advert\w*|banner|copyright|pag(?:er|ination)|cookies?"
    r"|subscribe|tags?|login|hot|rank)(?:$|[-_ ])"
)
_BLOCKS = frozenset(
    {"address", "article", "blockquote", "body", "caption", "center", "details", "figure", "form"}
    | {"aside", "footer", "header", "main", "nav", "section", "summary", "figcaption", "fieldset"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "hr", "p", "pre", "div", "dl", "dt", "dd"}
    | {"li", "ol", "ul", "table", "thead", "tbody", "tfoot", "tr"}
)
_CELLS = {"td", "th"}
_SPACE = re.compile(r"\s+")
_NAME = 60
"""A longer name of a file is none that a person gave it."""
_DEEPEST = 150
"""What is nested deeper is read as one line."""


class _Around(NamedTuple):
    """Where a piece of the page stands."""

    aside: str = ""
    lists: int = 0
    depth: int = 0


def lines_of(html: Html) -> list[Line]:
    """Give what a reader of the page would read, in order."""
    html.drop(_UNSEEN)
    main = max(html.find(":is(article, main, [role=main])"), key=_length, default=None)
    found = [line for each in html.content() for line in _block(each, _Around(), main)]
    return [replace(line, number=number) for number, line in enumerate(found, 1)]


def title_of(html: Html) -> str:
    """Give what the page calls itself; empty if it does not."""
    found = html.find("title")
    return _words(found[0]) if found else ""


def _block(element: Element, around: _Around, main: Element | None) -> Iterator[Line]:
    """Read an element that may have others in it: runs of words between them are lines."""
    tag = element.tag or ""
    if main is not None and element.mem_id == main.mem_id:
        around, main = around._replace(aside=""), None
    elif main is not None and not around.aside and not _has(element, main):
        around = around._replace(aside="furniture")
    if _is_aside(element):
        around = around._replace(aside="furniture")
    if around.depth >= _DEEPEST:
        yield from _line(_words(element), around)
    elif tag in {"ol", "ul"}:
        yield from _list(element, around, main)
    elif tag == "tr":
        is_head = not any(cell.tag == "td" for cell in content(element))
        is_beside = is_head and not around.aside
        yield from _line(_row(element), around._replace(aside="columns") if is_beside else around)
    elif tag == "pre":
        for text in element.text().split("\n"):
            yield from (replace(each, is_within=True) for each in _line(_squeezed(text), around))
    elif tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
        yield from (replace(line, heading=int(tag[1])) for line in _line(_words(element), around))
    else:
        yield from _inside(element, around, main)


def _inside(element: Element, around: _Around, main: Element | None) -> Iterator[Line]:
    deeper = around._replace(depth=around.depth + 1)
    words, shown = "", list[str]()
    for child in content(element) if element.tag != "-text" else [element]:
        tag = child.tag or ""
        is_block = tag in _BLOCKS or (tag not in {"-text", "br"} and _holds_blocks(child))
        if is_block and deeper.depth < _DEEPEST:
            yield from _line(_squeezed(words), around)
            words = ""
            yield from _block(child, deeper, main)
        elif tag == "br":
            yield from _line(_squeezed(words), around)
            words = ""
        else:
            words += child.text()
            shown += _pictures(child)
    yield from _line(_squeezed(words), around)
    for picture in shown:
        yield from _line(picture, around if around.aside else around._replace(aside="picture"))


def _pictures(element: Element) -> Iterator[str]:
    """What a picture says of itself, else how its file is called."""
    for each in (element, *element.css("img")) if element.tag != "img" else (element,):
        if each.tag == "img":
            file = (each.attributes.get("src") or "").partition("?")[0].rpartition("/")[2]
            name = file if not file.startswith("data:") and len(file) <= _NAME else ""
            yield _squeezed(each.attributes.get("alt") or "") or name or "<img>"


def _list(element: Element, around: _Around, main: Element | None) -> Iterator[Line]:
    """Read a list: the first line of each item is numbered as the list is."""
    inner = around._replace(lists=around.lists + 1, depth=around.depth + 1)
    is_ordered = element.tag == "ol"
    number = 0
    for item in content(element):
        if item.tag != "li":
            yield from _block(item, inner, main) if (item.tag or "-").isalpha() else ()
            continue
        number += 1
        marker = Marker(f"list-{inner.lists}", number if is_ordered else 0)
        first, *rest = [*_inside(item, inner, main)] or [Line(0, "")]
        yield from [replace(first, marker=marker)] if first.text and not first.marker else []
        yield from (replace(line, is_within=not line.marker) for line in rest)


def _row(element: Element) -> str:
    """A row of a table as a line: what stands in two cells is a label and what belongs to it."""
    cells = [_words(cell) for cell in content(element) if cell.tag in _CELLS]
    cells = [cell for cell in cells if cell]
    return "：".join(cells) if len(cells) == 2 else "；".join(cells)  # noqa: PLR2004 - a pair


def _line(text: str, around: _Around) -> Iterator[Line]:
    if text:
        yield Line(0, text, aside=around.aside)


def _is_aside(element: Element) -> bool:
    given = element.attributes or {}
    named = f"{given.get('class') or ''} {given.get('id') or ''}"
    return element.tag in _ASIDE or bool(_NAMED_ASIDE.search(named))


def _has(element: Element, inner: Element) -> bool:
    """Whether an element is around another."""
    around: Element | None = inner
    while around is not None:
        if around.mem_id == element.mem_id:
            return True
        around = around.parent
    return False


def _holds_blocks(element: Element) -> bool:
    return element.css_first(", ".join(sorted(_BLOCKS))) is not None


def _length(element: Element) -> int:
    return len(element.text())


def _words(element: Element) -> str:
    return _squeezed(element.text())


def _squeezed(text: str) -> str:
    return _SPACE.sub(" ", text).strip()

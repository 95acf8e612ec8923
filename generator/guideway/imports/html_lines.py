"""HTML of an article → its lines: headings, items, rows of tables, and what is beside it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from guideway.imports.code_lines import code_of, text_of
from guideway.imports.html_code import signed
from guideway.imports.lines import Line, Marker, row_text
from guideway.imports.tables import table_of
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
_HEADINGS = {**{f"h{level}": level for level in range(1, 7)}, "dt": 6, "summary": 6}
"""What names what stands below it, and on which level."""
_CELLS = {"td", "th"}
_SPACE = re.compile(r"\s+")
_FEW_LINKS, _LINKS = 2, 4
_NEARLY = 0.8
"""So many links, and so much of all words in them, and it is a menu: at the head, elsewhere."""
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
    numbers = accumulate((line.height for line in found), initial=1)
    return [replace(line, number=number) for number, line in zip(numbers, found, strict=False)]


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
    if _is_aside(element) or _is_of_links(element):
        around = around._replace(aside="furniture")
    if around.depth >= _DEEPEST:
        yield from _line(_words(element), around)
    elif tag in {"ol", "ul"}:
        yield from _list(element, around, main)
    elif tag == "tr" and not _is_laid_out(element):
        is_head = not any(cell.tag == "td" for cell in content(element))
        is_beside = is_head and not around.aside
        yield from _line(_row(element), around._replace(aside="columns") if is_beside else around)
    elif tag == "pre":
        yield from _kept_lines(element, around)
    elif tag == "table" and not around.aside and (table := table_of(element)):
        caption = element.css_first("caption")
        yield from _line(_words(caption), around) if caption is not None else ()
        yield Line(0, "\n".join(map(row_text, table.rows)), table=table)
    elif tag in _HEADINGS:
        level = _HEADINGS[tag]
        yield from (replace(line, heading=level) for line in _line(_words(element), around))
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
            words += signed(child)
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
    start = element.attributes.get("start") or ""
    number = int(start) - 1 if start.isdecimal() else 0
    for item in content(element):
        if item.tag != "li":
            yield from _block(item, inner, main) if (item.tag or "-").isalpha() else ()
            continue
        number += 1
        marker = Marker(f"list-{inner.lists}", number if is_ordered else 0)
        first, *rest = [*_inside(item, inner, main)] or [Line(0, "")]
        has_words = first.text and not first.marker and not first.is_whole
        yield from [replace(first, marker=marker) if has_words else first] if first.text else []
        yield from (replace(line, is_within=not line.marker) for line in rest)


def _kept_lines(element: Element, around: _Around) -> Iterator[Line]:
    """Read lines that are kept as they stand: code, the numbers beside it, or prose."""
    lines = text_of(element).split("\n")
    code = code_of(element) if not around.aside else None
    if all(line.strip().isdecimal() for line in lines if line.strip()):
        around, code = around._replace(aside="furniture"), None
    if code:
        yield code
        return
    for text in lines:
        yield from (replace(each, is_within=True) for each in _line(_squeezed(text), around))


def _row(element: Element) -> str:
    return row_text(_words(cell) for cell in content(element) if cell.tag in _CELLS)


def _line(text: str, around: _Around) -> Iterator[Line]:
    if text:
        yield Line(0, text, aside=around.aside)


def _is_aside(element: Element) -> bool:
    given = element.attributes or {}
    named = f"{given.get('class') or ''} {given.get('id') or ''}"
    return element.tag in _ASIDE or bool(_NAMED_ASIDE.search(named))


def _is_of_links(element: Element) -> bool:
    """Whether nearly all in it are links, and it is not what is named at the top of an article."""
    is_block = element.tag in {"div", "header", "section", "ul", "p"} or _is_a_row(element)
    if not is_block or element.css_first("h1"):
        return False
    links = element.css("a")
    is_many = len(links) >= (_FEW_LINKS if element.tag == "header" else _LINKS)
    return is_many and sum(map(_length, links)) >= _NEARLY * _length(element) > 0


def _is_a_row(element: Element) -> bool:
    """Whether it is a table of one row without a head: so old pages lay out their menus."""
    return element.tag == "table" and len(element.css("tr")) == 1 and not element.css_first("th")


def _is_laid_out(row: Element) -> bool:
    """Whether a row of a table puts pieces of a page side by side."""
    is_long = any(len(cell.css("p")) > 1 for cell in content(row) if cell.tag in _CELLS)
    return is_long or row.css_first("pre, table, ul, ol, h1, h2, h3, h4") is not None


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

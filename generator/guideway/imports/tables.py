"""Tables of an article: which are kept whole, and which are lists in the form of a table."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from guideway.imports.html_code import signed
from guideway.imports.inline_code import bare
from guideway.imports.lines import Line, Marker, Table, row_text
from guideway.imports.phrases import Phrases
from guideway.web.html import Element, content

_COLUMNS = range(2, 5)
_ROWS = range(2, 32)
"""With the head; what a table of a guide can hold, and its head."""
_CELL = 200
_PAIR = 2
_LAYOUT = "table, ul, ol, pre, img, form, input, select, h1, h2, h3, h4, h5, h6"
"""A table with one of these in it puts pieces of a page side by side."""
_SPACE = re.compile(r"\s+")
_COUNT = re.compile(r"(?:第|步骤)?\s*(?P<n>\d{1,2})\s*[步.、)）]?")


def table_of(element: Element) -> Table | None:
    """Read a table whole; none if it is too large, uneven, or there for the looks of a page."""
    rows = element.css("tr")
    is_fit = len(rows) in _ROWS and not _is_layout(element)
    return _even(rows) if is_fit else None


def opened(lines: Iterable[Line], phrases: Phrases) -> Iterator[Line]:
    """Take tables apart that are lists: of numbered rows, or of labels that name parts."""
    for line in lines:
        rows = line.table.rows if line.table else ()
        if line.table is None or line.aside:
            yield line
        elif _is_counted(line.table):
            yield from _numbered(line, line.table)
        elif not line.table.has_head and len(rows[0]) == _PAIR and _names_parts(rows, phrases):
            yield from rows_of(line)
        else:
            yield line


def rows_of(line: Line) -> Iterator[Line]:
    """Give each row as a line; the head only names what stands in the columns."""
    table = line.table
    for n, row in enumerate(table.rows if table else ()):
        aside = "columns" if table and table.has_head and not n else ""
        yield Line(line.number + n, row_text(row), aside=aside)


def _even(rows: list[Element]) -> Table | None:
    cells = [[cell for cell in content(row) if cell.tag in {"td", "th"}] for row in rows]
    said = [tuple(_words(cell) for cell in row) for row in cells]
    widths = {len(row) for row in said}
    is_fit = len(widths) == 1 and widths <= {*_COLUMNS} and all(any(row) for row in said)
    is_fit &= not any(_reaches_over(cell) for row in cells for cell in row)
    if not is_fit or any(len(bare(cell)) > _CELL for row in said for cell in row):
        return None
    return Table(tuple(said), all(map(_is_head, cells[0])) or _counts_below(said))


def _is_layout(element: Element) -> bool:
    return any(each.mem_id != element.mem_id for each in element.css(_LAYOUT))


def _counts_below(rows: list[tuple[str, ...]]) -> bool:
    """Whether each row but the first has a number in it: then that says what is counted."""
    counting = [any(sign.isdecimal() for cell in row for sign in cell) for row in rows]
    return not counting[0] and all(counting[1:])


def _reaches_over(cell: Element) -> bool:
    return any(cell.attributes.get(name) not in {None, "1"} for name in ("colspan", "rowspan"))


def _is_head(cell: Element) -> bool:
    """Whether a cell is one of a head: by its tag, or as all of it is bold."""
    bold = "".join(each.text() for each in cell.css("strong, b"))
    return cell.tag == "th" or bool(bold.strip() and bold.strip() == cell.text().strip())


def _words(cell: Element) -> str:
    """The words of a cell; what are several paragraphs have a space between them."""
    paragraphs = cell.css("p") or [cell]
    return _SPACE.sub(" ", " ".join(map(signed, paragraphs))).strip()


def _is_counted(table: Table) -> bool:
    """Whether its rows are numbered from 1: then it is a list."""
    counted = [_COUNT.fullmatch(row[0]) for row in table.rows[table.has_head :]]
    numbers = [int(found["n"]) for found in counted if found]
    return numbers == [*range(1, len(counted) + 1)]


def _numbered(line: Line, table: Table) -> Iterator[Line]:
    for n, (row, each) in enumerate(zip(table.rows, rows_of(line), strict=True)):
        if each.aside:
            yield each
        else:
            marker = Marker("decimal", n + (not table.has_head))
            yield replace(each, text=row_text(row[1:]), marker=marker)


def _names_parts(rows: Iterable[tuple[str, ...]], phrases: Phrases) -> bool:
    return any(phrases.section(bare(row[0])) for row in rows)

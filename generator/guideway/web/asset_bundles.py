"""A site → the same with one style sheet and one script where a page loads several in a row.

Each is named by a sum of what is in it, so a browser may keep it for ever. Of the style sheets only
the rules stay that the pages with just these sheets can need (`css_pruning.py`). A script among
others may fail without them.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from guideway.web.css_pruning import fitted
from guideway.web.html import Element, Html
from guideway.web.minify import in_parts
from guideway.web.page_names import Names, names_in, names_in_script, narrowed, together

PART = re.compile(
    r"assets/(?!embed-(?:guide|decision|typed|plain)\.)[a-z-]+\.(?:js|css)"
    r"|assets/stylesheets/main\.\w+\.min\.css"
)
"""Our own, and the style sheet of the theme. Embedded pages have one of each already."""
_LOADING = ":is(link[rel=stylesheet][href], script[src])"
_ADDRESS = {"link": "href", "script": "src"}
_PLAIN = {"link": {"rel", "href"}, "script": {"src"}}
"""What is said of what is loaded; who says more has a reason to load it alone."""


Row = tuple[str, ...]
"""What a page loads in a row: paths below the site."""


@dataclass(frozen=True)
class LedPage:
    """A page that loads packs, which have no names until all pages are read."""

    html: bytes
    rows: tuple[Row, ...]
    """What each of its packs is made of."""
    names: Names
    """What a style sheet can ask of it."""


class _Run(NamedTuple):
    """Elements in a row that load what is ours."""

    elements: Sequence[Element]
    root: str
    """How the page leads to the root of the site."""
    paths: Row


def led(path: str, html: Html, assets: Container[str], asked: Names) -> LedPage:
    """Let a page load packs of `assets`; of its names those stay that style sheets ask for."""
    runs = list(_runs(path, html, assets))
    names = narrowed(names_in(html), asked)
    for run in runs:
        _lead(run, _until_named(run.paths))
    return LedPage(html.text().encode(), tuple(run.paths for run in runs), names)


def packs(
    pages: Iterable[tuple[tuple[Row, ...], Names]], assets: Mapping[str, bytes]
) -> dict[Row, tuple[str, bytes]]:
    """Make the packs that pages load: path and content, by what is in each.

    Of a page it wants what it loads in a row, and what style sheets can ask of it.
    """
    users: dict[Row, set[Names]] = defaultdict(set)
    for rows, names in pages:
        for row in rows:
            users[row].add(names)
    ours = (path for path in assets if path.endswith(".js") and PART.fullmatch(path))
    scripts = [names_in_script(assets[path].decode()) for path in ours]
    made = {row: _pack(row, assets, [*shown, *scripts]) for row, shown in users.items()}
    return {row: (_path(row, text), text.encode()) for row, text in made.items()}


def named(html: bytes, packs: Iterable[tuple[Row, str]]) -> bytes:
    """Write the names of its packs into a page."""
    for row, path in packs:
        html = html.replace(_until_named(row).encode(), path.encode())
    return html


def _runs(page: str, html: Html, site: Container[str]) -> Iterator[_Run]:
    """Find what a page loads in a row, where all of it is ours to pack."""
    rows: list[list[Element]] = []
    for element in html.find(_LOADING):
        if element.attributes.keys() != _PLAIN[element.tag or ""]:
            continue
        if rows and rows[-1][-1].tag == element.tag and _before(element) == rows[-1][-1].mem_id:
            rows[-1].append(element)
        else:
            rows.append([element])
    up = "../" * page.count("/")
    for row in rows:
        addresses = [each.attributes[_ADDRESS[each.tag or ""]] or "" for each in row]
        parts = [address.partition("assets/") for address in addresses]
        below = all(root == up or root.startswith("/") for root, _, _ in parts)
        paths = tuple(f"{found}{rest}" for _, found, rest in parts)
        if below and all(PART.fullmatch(path) and path in site for path in paths):
            yield _Run(row, parts[0][0], paths)


def _before(element: Element) -> int | None:
    """Tell what stands before an element, white space left aside."""
    before = element.prev
    while before is not None and before.tag == "-text" and not (before.text_content or "").strip():
        before = before.prev
    return before.mem_id if before is not None else None


def _pack(run: Sequence[str], site: Mapping[str, bytes], names: Iterable[Names]) -> str:
    if _ending(run) == "js":
        return in_parts((_name(path), site[path].decode()) for path in run)
    return fitted([site[path].decode() for path in run], together(names))


def _name(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".js")


def _path(run: Sequence[str], text: str) -> str:
    return f"assets/page.{_sum(text)[:8]}.min.{_ending(run)}"


def _until_named(run: Sequence[str]) -> str:
    """What stands for the name of a pack until all pages are read: no page says such a thing."""
    return f"assets/{_sum(' '.join(run))}"


def _sum(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _ending(run: Sequence[str]) -> str:
    return run[0].rpartition(".")[2]


def _lead(run: _Run, path: str) -> None:
    """Let a page load a pack instead of its parts."""
    first, *others = run.elements
    first.attrs[_ADDRESS[first.tag or ""]] = run.root + path
    for other in others:
        if other.prev is not None and other.prev.tag == "-text":
            other.prev.decompose()
        other.decompose()

"""A site → the same with one style sheet and one script where a page loads several in a row.

Each is named by a sum of what is in it, so a browser may keep it for ever. Of the style sheets only
the rules stay that the pages with just these sheets can need (`css_pruning.py`). A script among
others may fail without them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from hashlib import sha256
from typing import NamedTuple

from guideway.web.css_pruning import fitted
from guideway.web.html import Element, Html
from guideway.web.minify import in_parts
from guideway.web.page_names import Names, PageNames, names_in_script, together

_PART = re.compile(
    r"assets/(?!embed-(?:guide|decision|plain)\.)[a-z-]+\.(?:js|css)"
    r"|assets/stylesheets/main\.\w+\.min\.css"
)
"""Our own, and the style sheet of the theme. Embedded pages have one of each already."""
_LOADING = ":is(link[rel=stylesheet][href], script[src])"
_ADDRESS = {"link": "href", "script": "src"}
_PLAIN = {"link": {"rel", "href"}, "script": {"src"}}
"""What is said of what is loaded; who says more has a reason to load it alone."""


class _Run(NamedTuple):
    """Elements in a row that load what is ours."""

    elements: Sequence[Element]
    root: str
    """How the page leads to the root of the site."""
    paths: tuple[str, ...]
    """What they load, below the site."""


def packed(site: Mapping[str, bytes], pages: Iterable[tuple[str, Html]]) -> dict[str, bytes]:
    """Give the whole site again, with its pages as they are now, and the packs they load.

    Each page is written before the next is asked for: a tree is much larger than its text. The
    parts of the packs stay, for who names them one by one.
    """
    users: dict[tuple[str, ...], PageNames] = defaultdict(PageNames)
    written = {path: _led(path, html, site, users) for path, html in pages}
    ours = (path for path in site if path.endswith(".js") and _PART.fullmatch(path))
    scripts = [names_in_script(site[path].decode()) for path in ours]
    packs = {run: _pack(run, site, [shown.names(), *scripts]) for run, shown in users.items()}
    paths = {run: _path(run, text) for run, text in packs.items()}
    names = {_until_named(run).encode(): paths[run].encode() for run in users}
    for path, html in written.items():
        written[path] = reduce(lambda text, name: text.replace(*name), names.items(), html)
    return {**site, **written, **{paths[run]: text.encode() for run, text in packs.items()}}


def _led(
    path: str, html: Html, site: Mapping[str, bytes], users: dict[tuple[str, ...], PageNames]
) -> bytes:
    """Let a page load packs, and say to `users` what is in it."""
    runs = list(_runs(path, html, site))
    for run in runs:
        shown = users[run.paths]
        if _ending(run.paths) == "css":
            shown.read(html)
    for run in runs:
        _lead(run, _until_named(run.paths))
    return html.text().encode()


def _runs(page: str, html: Html, site: Mapping[str, bytes]) -> Iterator[_Run]:
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
        if below and all(_PART.fullmatch(path) and path in site for path in paths):
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

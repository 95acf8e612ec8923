"""The pages as Markdown for a site that somebody has already: its own engine frames them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from json import dumps
from typing import Any

from guideway.pages.kinds import Kind
from guideway.pages.rendered import RenderedPage, readable
from guideway.pages.scripts import ALONE
from guideway.web.html import Html, data_part
from guideway.web.links import ONLINE, point
from guideway.web.shell import Shell
from guideway.web.site import INDEX, way

_OURS: frozenset[Kind] = frozenset({"search", "downloads", "embed-this"})
"""What only a site of ours has: whoever takes pages in has a search of their own."""
_ALWAYS = ("taken-in", *ALONE)
"""The scripts each page begins with; the first is nowhere else."""
_LEAD_ON: frozenset[Kind] = frozenset(
    (
        *("guides", "decisions", "warnings", "providers", "list", "category", "a-z", "reviews"),
        *("sheet", "sources"),
    )
)
"""What names pages, or says again what they say: the search of their site shows those alone."""
_NEEDS_OURS = f":is({ONLINE}, {data_part('search')})"


def taken_in(pages: Iterable[RenderedPage]) -> list[RenderedPage]:
    """List the pages that go into the site of somebody else."""
    return [page for page in pages if page.kind not in _OURS]


def docs_pages(pages: Sequence[RenderedPage], shell: Shell) -> Iterator[tuple[str, str]]:
    """Write each page: its path below the folder, and Markdown that is one block of HTML.

    Each has a folder of its own, so that links lead on from the text as from the finished page:
    MkDocs leaves those in HTML as they are, Zensical follows them from the text.
    """
    there = frozenset(page.url for page in pages)
    for page in pages:
        html = _html(page, there)
        brought = _brought(html)
        yield (
            _path(page.url),
            shell(
                "docs-page.md.j2",
                page=page,
                is_found=page.kind not in _LEAD_ON,
                root="../" * page.url.count("/"),
                styles=("guideway", *page.styles),
                scripts=[*_ALWAYS, *(name for name in page.scripts if name not in brought)],
                body=html.text(),
            ),
        )


def assets_of(pages: Iterable[RenderedPage]) -> list[str]:
    """List the files that pages load: `guideway.css`, `steps.js`."""
    styles, scripts = {"guideway"}, {*_ALWAYS}
    for page in pages:
        styles.update(page.styles)
        scripts.update(page.scripts)
    return [
        *(f"{name}.css" for name in sorted(styles)),
        *(f"{name}.js" for name in sorted(scripts)),
    ]


def docs_navigation(
    ways: Sequence[Mapping[str, Any]], pages: Iterable[RenderedPage], folder: str
) -> str:
    """Write what belongs under `nav:` in the settings of the site: YAML.

    `ways` are those of our own site; below the list of guides stand the guides, and nowhere else:
    an engine gives a page that is named twice one of both titles. `folder` is where the pages lie
    below its `docs_dir`, such as `help`.
    """
    known = list(pages)
    below = _below(known)
    again = {page.path for many in below.values() for page in many}
    there = {page.path: page for page in known if page.path not in again}
    lines = _lines(ways, there, below, folder)
    return "".join(f"{line}\n" for line in lines)


def _html(page: RenderedPage, there: frozenset[str]) -> Html:
    """Read a page, and leave out what only a site of ours has."""
    html = Html(page.body, is_piece=True)
    html.drop(_NEEDS_OURS)
    for crumbs in html.find(data_part("crumbs")):
        crumbs.attrs["data-search-exclude"] = ""
    for link in html.find("a[href]"):
        led = way(page.url + INDEX, link.attributes["href"] or "")
        if led and led.path not in there and not led.path.startswith("media/"):
            point(link, None)
    return html


def _brought(html: Html) -> frozenset[str]:
    """Name the scripts that a page loads when somebody needs them."""
    brings = [each.attributes["data-brings"] or "" for each in html.find("[data-brings]")]
    paths = " ".join(brings).split()
    return frozenset(path.removeprefix("assets/").removesuffix(".js") for path in paths)


def _below(pages: Iterable[RenderedPage]) -> dict[str, list[RenderedPage]]:
    """Sort guides, decisions and warnings by the list they are in."""
    found: dict[str, list[RenderedPage]] = {}
    for page in readable(pages):
        found.setdefault(f"{page.kind}s/index.md", []).append(page)
    return found


def _lines(
    ways: Sequence[Mapping[str, Any]],
    there: Mapping[str, RenderedPage],
    below: Mapping[str, Sequence[RenderedPage]],
    folder: str,
    deep: str = "",
) -> Iterator[str]:
    for title, led in (each for way_ in ways for each in way_.items()):
        said = dumps(title, ensure_ascii=False)
        if not isinstance(led, str):
            yield f"{deep}- {said}:"
            yield from _lines(led, there, below, folder, f"{deep}    ")
        elif led in below:
            yield f"{deep}- {said}:"
            yield f"{deep}    - {folder}/{_path(there[led].url)}"
            for page in below[led]:
                named = dumps(page.title, ensure_ascii=False)
                yield f"{deep}    - {named}: {folder}/{_path(page.url)}"
        elif led in there:
            yield f"{deep}- {said}: {folder}/{_path(there[led].url)}"


def _path(url: str) -> str:
    """Give the text of the page at an address: `guides/bridge/index.md`."""
    return f"{url}index.md"

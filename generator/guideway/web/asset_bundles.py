"""A site → the same with one style sheet and one script where a page loads several in a row.

Each is named by a sum of what is in it, so a browser may keep it for ever. Of the style sheets only
the rules stay that the pages with just these sheets can need (`fitting.py`). A script among others
may fail without them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import sha256

from guideway.web.minify import fitted, in_parts

_Run = tuple[str, ...]
"""What some pages load one after the other: paths below the site."""

_PART = re.compile(
    r"assets/(?!embed-(?:guide|decision|plain)\.)[a-z-]+\.(?:js|css)"
    r"|assets/stylesheets/main\.\w+\.min\.css"
)
"""Our own, and the style sheet of the theme. Embedded pages have one of each already."""
_ELEMENTS = re.compile(
    r'(?:<link rel="stylesheet" href="[^"]+">\s*)+|(?:<script src="[^"]+"></script>\s*)+'
)
_ADDRESS = re.compile(r'(?:href|src)="(?P<root>[^"]*?)(?P<path>assets/[^"]+|[^"/]+)"')
_ELEMENT = {"css": '<link rel="stylesheet" href="{}">', "js": '<script src="{}"></script>'}


def packed(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the whole site again, with the packs; the parts stay, for who names them one by one."""
    pages = {path: text.decode() for path, text in site.items() if path.endswith(".html")}
    users: dict[_Run, list[str]] = defaultdict(list)
    for path, text in pages.items():
        for found in _ELEMENTS.findall(text):
            if run := _run(path, found, site):
                users[run].append(text)
    ours = (path for path in site if path.endswith(".js") and _PART.fullmatch(path))
    scripts = "\n".join(site[path].decode() for path in ours)
    packs = {run: _pack(run, site, [*texts, scripts]) for run, texts in users.items()}
    paths = {run: _path(run, text) for run, text in packs.items()}
    led = {path: _led(path, text, site, paths).encode() for path, text in pages.items()}
    return {**site, **led, **{paths[run]: text.encode() for run, text in packs.items()}}


def _run(page: str, elements: str, site: Mapping[str, bytes]) -> _Run | None:
    """Tell what elements in a row load; None if something among it is not ours to pack."""
    addresses = _ADDRESS.findall(elements)
    paths = tuple(path for _, path in addresses)
    up = "../" * page.count("/")
    below = all(root == up or root.startswith("/") for root, _ in addresses)
    ours = all(_PART.fullmatch(path) and path in site for path in paths)
    return paths if below and ours else None


def _pack(run: _Run, site: Mapping[str, bytes], markup: Iterable[str]) -> str:
    if _ending(run) == "js":
        return in_parts((_name(path), site[path].decode()) for path in run)
    text = "\n".join(site[path].decode() for path in run)
    return fitted(text, "\n".join(markup))


def _name(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".js")


def _path(run: _Run, text: str) -> str:
    return f"assets/page.{sha256(text.encode()).hexdigest()[:8]}.min.{_ending(run)}"


def _ending(run: _Run) -> str:
    return run[0].rpartition(".")[2]


def _led(page: str, text: str, site: Mapping[str, bytes], paths: Mapping[_Run, str]) -> str:
    """Let a page load the packs."""

    def replaced(found: re.Match[str]) -> str:
        elements = found[0]
        run = _run(page, elements, site)
        if run is None:
            return elements
        root, _ = _ADDRESS.findall(elements)[0]
        space = elements[len(elements.rstrip()) :]
        return _ELEMENT[_ending(run)].format(root + paths[run]) + space

    return _ELEMENTS.sub(replaced, text)

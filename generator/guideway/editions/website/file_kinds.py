"""The kinds of files a server treats differently, and the headers of each: docs/decisions/0017.

`_headers` is written from this table; `deploy/` says the same to nginx and Caddy, and
`tests/editions/website/test_servers.py` starts both and compares.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

CSP, CACHE = "Content-Security-Policy", "Cache-Control"
DISPOSITION = "Content-Disposition"
_CORS, _CORP = "Access-Control-Allow-Origin", "Cross-Origin-Resource-Policy"

_DENIED = (
    *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope"),
    *("hid", "magnetometer", "microphone", "midi", "payment", "serial", "usb"),
)
"""Of what a browser offers; the clipboard stays, for buttons that copy."""

EVERYWHERE: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",  # an address from before may have answers in it
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _DENIED),
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Headers of every answer, those that say “not found” included."""

_CLOSED = {"base-uri": "'none'", "form-action": "'none'"}
_ALONE = {"frame-ancestors": "'none'"}
_SHOWN = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
}
_PAGE = {
    **_SHOWN,
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    **_CLOSED,
}
_WITH_FRAMES = {**_PAGE, "frame-src": "'self'"}
_HERE = "{here}"
"""Stands in a policy for where the site is, as an embedded page has to name it."""
_ANYWHERE = "https: http:"
"""Where a site is that does not know its address: docs/decisions/0028 says what that costs."""
_IN_FRAMES = {
    "default-src": "'none'",
    "script-src": f"'self' {_HERE}",
    "style-src": f"'self' {_HERE}",
    "img-src": f"'self' {_HERE} data:",
}
"""In the sandbox an origin is nobody's: for WebKit nothing is `'self'` then, only a name is."""
_FILE = {"default-src": "'none'", **_CLOSED, **_ALONE}
_WORKER = {"default-src": "'none'", "connect-src": "'self'", **_CLOSED, **_ALONE}

_ASKED_EACH_TIME = "no-cache"
_A_WHILE = "public, max-age=300, must-revalidate"
"""In seconds; a page and its scripts may be of two editions for as long after a change."""
_FOR_EVER = "public, max-age=31536000, immutable"

_OURS = {_CORP: "same-origin"}
_FOR_FRAMES = {_CORP: "cross-origin"}
"""An embedded page is sandboxed: its origin is nobody's, so even our own scripts are foreign."""
_FOR_PROGRAMS = {**_FOR_FRAMES, _CORS: "*"}


class Kind(NamedTuple):
    """Files that get the same headers."""

    what: str
    paths: re.Pattern[str]
    """Of their whole path below the site."""
    says: Mapping[str, str]
    """Headers besides those of every answer."""


def _kind(
    what: str, paths: str, policy: Mapping[str, str], cache: str, more: Mapping[str, str]
) -> Kind:
    return Kind(what, re.compile(paths), {CSP: _policy(policy), CACHE: cache, **more})


def _policy(directives: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


LOOSEST = _policy({**_WITH_FRAMES, **_IN_FRAMES})
"""Allows what any kind allows: for addresses of which nothing else is known."""

KINDS = (
    _kind("the service worker", r"worker\.js", _WORKER, _ASKED_EACH_TIME, _OURS),
    _kind("the script that hosts load", r"embed\.js", _FILE, _A_WHILE, _FOR_PROGRAMS),
    _kind(
        "pages in the frames of others",
        r"embed/.*",
        {**_IN_FRAMES, **_CLOSED},
        _ASKED_EACH_TIME,
        _FOR_FRAMES,
    ),
    _kind(
        "pages that show such a frame",
        r"embed-this/.*",
        {**_WITH_FRAMES, **_ALONE},
        _ASKED_EACH_TIME,
        _OURS,
    ),
    _kind("data for programs", r"(api|oembed)/.*", _FILE, _ASKED_EACH_TIME, _FOR_PROGRAMS),
    _kind(
        "shards of the search: a sum in their names",
        r"search/[a-z]/[0-9a-f]{8}\.js",
        _FILE,
        _FOR_EVER,
        _OURS,
    ),
    _kind(
        "scripts and styles with a sum in their names",
        r"assets/.*\.[0-9a-f]{8}\.min\.(css|js)",
        _FILE,
        _FOR_EVER,
        _FOR_FRAMES,
    ),
    _kind("scripts, styles and pictures", r"(assets|media)/.*", _FILE, _A_WHILE, _FOR_FRAMES),
    _kind(
        "files to take along",
        r"downloads/(?!index\.html).+",
        _FILE,
        _ASKED_EACH_TIME,
        {**_OURS, DISPOSITION: "attachment"},
    ),
    _kind("pages, and all the rest", r".*", {**_PAGE, **_ALONE}, _ASKED_EACH_TIME, _OURS),
)
"""The first whose pattern fits holds."""

TYPES: Mapping[str, str] = {
    "avif": "image/avif",
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "gz": "application/gzip",
    "html": "text/html; charset=utf-8",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
    "yaml": "application/yaml",
    "zip": "application/zip",
}
"""How a name ends → what the file is."""

_NAMED = {
    "opensearch.xml": "application/opensearchdescription+xml",
    "feed.xml": "application/atom+xml",
}


def kind_of(path: str) -> Kind:
    """Give the kind of the file at a path below the site."""
    return next(kind for kind in KINDS if kind.paths.fullmatch(path))


def headers_of(path: str, here: str | None = None) -> dict[str, str]:
    """Give the headers that are due to the file at a path below the site, without its type.

    `here` is the address of the site, such as `https://leave.example/`, if it is known.
    """
    says = kind_of(path).says
    return {**EVERYWHERE, **says, CSP: located(says[CSP], here)}


def located(policies: str, here: str | None) -> str:
    """Put into policies where the site is; `https://leave.example` means every path there."""
    parts = urlsplit(here or "")
    return policies.replace(_HERE, f"{parts.scheme}://{parts.netloc}" if here else _ANYWHERE)


def type_of(path: str) -> str | None:
    """Give the type of the file at a path below the site; None for one we do not make."""
    return _NAMED.get(path) or TYPES.get(path.rpartition(".")[2])

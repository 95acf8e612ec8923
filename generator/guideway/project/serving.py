"""Serves a preview on this machine: its pages, and what has changed in them while they are open."""

import json
import queue
import threading
from collections.abc import Callable, Iterator, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from guideway.editions.website.file_kinds import headers_of, type_of
from guideway.project.build_error import BuildError
from guideway.web.site import INDEX, is_page

OURS = "/_preview/"
"""Below it is what the preview has besides the site."""
_STYLE = f'<link rel="stylesheet" href="{OURS}preview.css">'
_SCRIPT = f'<script src="{OURS}preview.js"></script>'
_END = b"</body>"
WAITING = f"{OURS}waiting.html"
"""What is shown until there is a site."""
_BEAT = 15
"""Seconds after which a browser hears that we are still there; so we hear if it has gone."""


Extra = Mapping[str, Callable[[], bytes]]
"""Addresses besides those of the site, such as `/gallery/`, and what gives the page there."""


class Listeners:
    """The pages that are open, and what each is told."""

    def __init__(self) -> None:
        """Begin with none."""
        self._open: set[queue.SimpleQueue[str]] = set()
        self._last = ""
        self._lock = threading.Lock()

    def tell(self, news: Mapping[str, Any]) -> None:
        """Tell all of them; who opens a page later hears the last that was wrong."""
        written = json.dumps(news, ensure_ascii=False)
        with self._lock:
            self._last = json.dumps({**news, "pages": []}, ensure_ascii=False)
            for each in self._open:
                each.put(written)

    def hear(self) -> Iterator[str]:
        """Give what is told to one page, and an empty text now and then."""
        mine = queue.SimpleQueue[str]()
        with self._lock:
            self._open.add(mine)
            last = self._last
        try:
            if last:
                yield last
            while True:
                try:
                    yield mine.get(timeout=_BEAT)
                except queue.Empty:
                    yield ""
        finally:
            with self._lock:
                self._open.discard(mine)


class PreviewServer(ThreadingHTTPServer):
    """Answers browsers from the folder of a preview."""

    daemon_threads = True

    def __init__(self, host: str, port: int, site: Path, extra: Extra) -> None:
        """Listen; an address that somebody else has is a BuildError."""
        self.site = site
        self.extra = extra
        self.listeners = Listeners()
        if not host.strip():
            raise BuildError("there is no host to listen on", "leave out --host, or name one")
        try:
            super().__init__((host, port), _Answer)
        except (
            OSError,
            TypeError,
            UnicodeError,
        ) as error:  # the last two: what is no name of a host
            why = getattr(error, "strerror", None) or error
            raise BuildError(
                f"cannot listen on {host}:{port}: {why}",
                "another preview or program may have it; choose another: --port 8001",
            ) from error


class _Answer(BaseHTTPRequestHandler):
    """One request of a browser."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer it."""
        path = unquote(urlsplit(self.path).path)
        if path == f"{OURS}events":
            self._events()
        elif path in self.server.extra:
            kind = type_of(path) or "text/html; charset=utf-8"
            self._send(HTTPStatus.OK, self.server.extra[path](), {"Content-Type": kind})
        else:
            self._file(path.lstrip("/"))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - it is called so
        """Say nothing: an author looks for problems, not for requests."""

    def _file(self, path: str) -> None:
        """Send a file of the site; of a folder its page, and our own page for what is not there."""
        site = self.server.site
        found = site / path
        if found.is_dir() and path and not path.endswith("/"):
            self._send(HTTPStatus.MOVED_PERMANENTLY, b"", {"Location": f"/{path}/"})
            return
        name = f"{path}{INDEX}" if not path or path.endswith("/") else path
        status, content = HTTPStatus.OK, _read(site, name)
        if content is None:
            status, name, content = HTTPStatus.NOT_FOUND, "404.html", _read(site, "404.html")
        if content is None:
            status, content = HTTPStatus.SERVICE_UNAVAILABLE, self.server.extra[WAITING]()
        elif is_page(name):
            content = content.replace(_END, f"{_STYLE}{_SCRIPT}".encode() + _END)
        headers = {**headers_of(name), "Content-Type": type_of(name) or "application/octet-stream"}
        self._send(status, content, {**headers, "Cache-Control": "no-store"})

    def _events(self) -> None:
        """Send what happens, until the browser has gone."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        for said in self.server.listeners.hear():
            event = f"event: news\ndata: {said}\n\n" if said else ": still here\n\n"
            try:
                self.wfile.write(event.encode())
                self.wfile.flush()
            except OSError:
                return

    def _send(self, status: HTTPStatus, content: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def _read(site: Path, name: str) -> bytes | None:
    """Read a file of the site, and nothing outside it."""
    place = (site / name).resolve()
    is_inside = place.is_relative_to(site.resolve())
    return place.read_bytes() if is_inside and place.is_file() else None

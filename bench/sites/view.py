"""What a browser loads when somebody opens a page for the first time."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

from playwright.sync_api import Browser


def first_view(browser: Browser, site: Path, page: str) -> int:
    """Give the bytes of all files of the site that a page loads, each gzipped.

    What it asks of other sites is refused, and does not count.
    """
    with _served(site) as (address, asked):
        view = browser.new_page()
        view.route(lambda url: not url.startswith(address), lambda route: route.abort())
        view.goto(f"{address}{page}", wait_until="networkidle")
        view.close()
        files = [_file(site, path) for path in sorted(set(asked))]
    return sum(gzipped(file.read_bytes()) for file in files if file.is_file())


def gzipped(content: bytes) -> int:
    """Give how many bytes of a file a server sends."""
    return len(gzip.compress(content, mtime=0))


@contextmanager
def _served(site: Path) -> Iterator[tuple[str, list[str]]]:
    """Serve a folder on this machine; give its address, and the list of what is asked for."""
    asked: list[str] = []

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            asked.append(unquote(urlparse(self.path).path))

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", asked
    finally:
        server.shutdown()
        server.server_close()


def _file(site: Path, path: str) -> Path:
    file = site / path.lstrip("/")
    return file / "index.html" if file.is_dir() else file

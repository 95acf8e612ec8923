"""Serves the site on this machine and builds it again when a file of the project changes.

Besides, `/gallery/` shows every component with its samples.
"""

from __future__ import annotations

import http.server
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from tools.gallery import gallery

SITE = Path("site")
HOST, PORT = "127.0.0.1", 8000
WATCHED = ("content", "templates", "mkdocs.yml")


class Changes(FileSystemEventHandler):
    """Remembers that something changed; reading a file is no change."""

    def __init__(self) -> None:
        self.happened = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note."""
        if event.event_type not in {"opened", "closed_no_write"}:
            self.happened.set()


class Preview(http.server.SimpleHTTPRequestHandler):
    """The files of the site, and the gallery."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments, directory=str(SITE))

    def do_GET(self) -> None:
        """Answer a browser."""
        if self.path != "/gallery/":
            super().do_GET()
            return
        page = gallery().page().encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@click.command()
@click.option("--host", default=HOST, show_default=True, help="Where to listen.")
@click.option(
    "--port", default=PORT, show_default=True, type=click.IntRange(0, 65535), help="0 takes any."
)
def main(host: str, port: int) -> None:
    """Preview the site on this machine, until interrupted."""
    server = _listening(host, port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Open http://{host}:{server.server_port}/, or /gallery/ there  (Ctrl-C ends it)")
    changes, observer = Changes(), Observer()
    for name in filter(lambda name: Path(name).exists(), WATCHED):
        observer.schedule(changes, name, recursive=True)
    observer.start()
    _rebuild_for_ever(changes.happened)


class Server(http.server.ThreadingHTTPServer):
    """Says so when somebody else listens there already, also where the system would let both."""

    allow_reuse_address = sys.platform != "win32"


def _listening(host: str, port: int) -> Server:
    try:
        return Server((host, port), Preview)
    except OSError as error:
        hint = "another preview or program may have it; choose another: make serve PORT=8001"
        print(
            f"serve: cannot listen on {host}:{port}: {error.strerror}\n  = hint: {hint}",
            file=sys.stderr,
        )
        sys.exit(2)


def _rebuild_for_ever(happened: threading.Event) -> None:
    while True:
        happened.wait()
        threading.Event().wait(0.3)  # an editor writes a file in several steps
        happened.clear()
        done = subprocess.run([sys.executable, "-m", "guideway", "build"], check=False)
        print("built again" if done.returncode == 0 else "not built; the last good site stays")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        print()

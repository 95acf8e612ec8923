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

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from tools.gallery import gallery

SITE = Path("site")
ADDRESS = ("127.0.0.1", 8000)
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
        page = gallery().encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


def main() -> None:
    """Serve until interrupted."""
    server = http.server.ThreadingHTTPServer(ADDRESS, Preview)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Open http://{ADDRESS[0]}:{ADDRESS[1]}/, or /gallery/ there  (Ctrl-C ends it)")
    changes, observer = Changes(), Observer()
    for name in filter(lambda name: Path(name).exists(), WATCHED):
        observer.schedule(changes, name, recursive=True)
    observer.start()
    _rebuild_for_ever(changes.happened)


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

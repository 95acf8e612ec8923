"""Hears that files have changed."""

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_SOON = 0.03
"""Seconds: an editor writes a file in several steps, and more files may follow."""


class Watch(FileSystemEventHandler):
    """Hears of changes below folders and in files; reading a file is none."""

    def __init__(self, places: Iterable[Path]) -> None:
        """Begin to listen."""
        self._changed = threading.Event()
        observer = Observer()
        for place in filter(Path.exists, places):
            observer.schedule(self, str(place), recursive=True)
        observer.daemon = True
        observer.start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of what the system tells."""
        if event.event_type not in {"opened", "closed_no_write"}:
            self._changed.set()

    def has_heard(self) -> bool:
        """Say whether something has changed that was not waited for."""
        return self._changed.is_set()

    def changes(self) -> Iterator[None]:
        """Give a sign each time when something has changed, for ever."""
        while True:
            self._changed.wait()
            while self._changed.is_set():
                self._changed.clear()
                self._changed.wait(_SOON)
            yield

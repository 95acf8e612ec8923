"""Hears that files have changed, also in folders that are made later."""

import os
import threading
import warnings
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

_SOON = 0.03
"""Seconds: an editor writes a file in several steps, and more files may follow."""


class Watch(FileSystemEventHandler):
    """Hears of changes in what a project has of some names, and below other folders.

    Reading a file is no change. What has such a name is heard of when it is made, too: whoever
    lays a `words/` beside a preview that runs need not start it again.
    """

    def __init__(self, project: Path, names: Collection[str], besides: Iterable[Path]) -> None:
        """Begin to listen."""
        self._project = project
        self._names = frozenset(names)
        self._changed = threading.Event()
        # It says so when a folder below is made while it begins to listen: it listens all the same.
        warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"watchdog\.")
        self._observer = Observer()
        self._watches: dict[str, ObservedWatch] = {}
        for folder in filter(Path.is_dir, besides):
            self._observer.schedule(self, str(folder), recursive=True)
        for name in self._names:
            self._listen(name)
        self._observer.schedule(_Children(self), str(project), recursive=False)
        self._observer.daemon = True
        self._observer.start()

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

    def on_child(self, event: FileSystemEvent) -> None:
        """Take note of what happens to a file or a folder of one of the names."""
        named = {Path(os.fsdecode(path)).name for path in (event.src_path, event.dest_path) if path}
        if not named & self._names:
            return
        if event.event_type in {"created", "moved", "deleted"}:
            for name in named & self._names:
                self._listen(name)
        self.on_any_event(event)

    def _listen(self, name: str) -> None:
        """Listen below a folder as it is now: one that was taken away and made again is another."""
        if known := self._watches.pop(name, None):
            self._observer.unschedule(known)
        if (self._project / name).is_dir():
            place = str(self._project / name)
            self._watches[name] = self._observer.schedule(self, place, recursive=True)


class _Children(FileSystemEventHandler):
    """Hears what happens in the folder of a project itself."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Hand it on."""
        self._watch.on_child(event)

"""Files → a zip archive that is the same, byte by byte, wherever and whenever it is made."""

import io
import zipfile
from datetime import date

_UNIX, _FILE = 3, 0o100644
"""The same system and mode for every file, whoever makes the archive."""

_LEVEL = 9


class Archive:
    """A zip archive that is filled file by file, in the order in which they come."""

    def __init__(self, folder: str, day: date) -> None:
        """Start empty: all is below one folder, and dated at the start of a day."""
        self._folder = folder
        self._day = day
        self._packed = io.BytesIO()
        self._file = zipfile.ZipFile(self._packed, "w")

    def add(self, path: str, content: bytes) -> None:
        """Pack one file more."""
        packed_in(self._file, f"{self._folder}/{path}", content, self._day)

    def content(self) -> bytes:
        """Give the whole archive; nothing can be added any more."""
        self._file.close()
        return self._packed.getvalue()


def packed_in(file: zipfile.ZipFile, path: str, content: bytes, day: date) -> None:
    """Pack a file into an archive, dated at the start of a day."""
    entry = zipfile.ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
    entry.create_system, entry.external_attr = _UNIX, _FILE << 16
    file.writestr(entry, content, zipfile.ZIP_DEFLATED, _LEVEL)

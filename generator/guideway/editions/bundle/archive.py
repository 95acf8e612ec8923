"""Files → a zip archive that is the same, byte by byte, wherever and whenever it is made."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date

_UNIX, _FILE = 3, 0o100644
"""The same system and mode for every file, whoever makes the archive."""

_LEVEL = 9


def archive(files: Mapping[str, bytes], folder: str, day: date) -> bytes:
    """Pack files below one folder, sorted by path, dated at the start of a day."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{path}", (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system, entry.external_attr = _UNIX, _FILE << 16
            file.writestr(entry, files[path], zipfile.ZIP_DEFLATED, _LEVEL)
    return packed.getvalue()

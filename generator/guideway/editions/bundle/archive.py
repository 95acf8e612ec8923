"""Files → a zip archive that is the same, byte by byte, wherever and whenever it is made."""

import io
import zipfile
import zlib
from dataclasses import dataclass
from datetime import date

_UNIX, _FILE = 3, 0o100644
"""The same system and mode for every file, whoever makes the archive."""

_LEVEL = 9
_BARE = -zlib.MAX_WBITS
"""What is packed has no head or end of its own: the archive says what it would."""


@dataclass(frozen=True)
class Member:
    """A file as it lies in an archive: packed once, and put into as many as there are."""

    size: int
    """Bytes of what was packed."""
    checksum: int
    """CRC-32 of what was packed."""
    packed: bytes


def member_of(content: bytes) -> Member:
    """Pack a file."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _BARE)
    return Member(len(content), zlib.crc32(content), packer.compress(content) + packer.flush())


class Archive:
    """A zip archive that is filled file by file, in the order in which they come."""

    def __init__(self, folder: str, day: date) -> None:
        """Start empty: all is below one folder, and dated at the start of a day."""
        self._folder = folder
        self._day = day
        self._packed = io.BytesIO()
        self._file = zipfile.ZipFile(self._packed, "w")

    def add(self, path: str, member: Member) -> None:
        """Put in one file more: `zipfile` writes its head, and keeps what the end lists."""
        entry = self._entry(path)
        entry.file_size, entry.CRC = member.size, member.checksum
        entry.compress_size = len(member.packed)
        entry.header_offset = self._packed.tell()
        self._packed.write(entry.FileHeader(zip64=False))
        self._packed.write(member.packed)
        self._file.filelist.append(entry)

    def content(self) -> bytes:
        """Give the whole archive; nothing can be added any more."""
        self._file.start_dir = self._packed.tell()
        self._file.close()
        return self._packed.getvalue()

    def _entry(self, path: str) -> zipfile.ZipInfo:
        at = (self._day.year, self._day.month, self._day.day, 0, 0, 0)
        entry = zipfile.ZipInfo(f"{self._folder}/{path}", at)
        entry.create_system, entry.external_attr = _UNIX, _FILE << 16
        entry.compress_type = zipfile.ZIP_DEFLATED
        return entry

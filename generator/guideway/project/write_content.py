"""Writes files of content that were mended or made."""

from collections.abc import Mapping
from pathlib import Path


def write_content(project: Path, files: Mapping[str, bytes]) -> None:
    """Write each file whole: path from the project folder → content.

    A file changes places with the old one when all of it is there; OSError where that is refused.
    """
    for path, content in files.items():
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f".{file.name}.new")
        try:
            beside.write_bytes(content)
            if file.exists():
                beside.chmod(file.stat().st_mode & 0o777)
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)

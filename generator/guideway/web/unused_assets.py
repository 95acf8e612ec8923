"""What lies among the assets and nothing on the site asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping

_ROOM = "assets/"
_NAME = re.compile(rb"[\w.-]+")
_ASKING = (".html", ".css", ".js", ".webmanifest")


def without_spare(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """Leave out the assets whose names stand in no file that is asked for itself.

    The theme brings many, and what is packed is not asked for by its own name any more.
    """
    kept = {path: text for path, text in site.items() if not path.startswith(_ROOM)}
    spare = {path: text for path, text in site.items() if path not in kept}
    new = kept
    while new:
        asking = (text for path, text in new.items() if path.endswith(_ASKING))
        asked = {name for text in asking for name in _NAME.findall(text)}
        new = {path: text for path, text in spare.items() if _name(path) in asked}
        kept |= new
        spare = {path: text for path, text in spare.items() if path not in new}
    return {path: text for path, text in site.items() if path in kept}


def _name(path: str) -> bytes:
    return path.rpartition("/")[2].encode()

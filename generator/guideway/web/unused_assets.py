"""What lies among the assets and nothing on the site asks for."""

import re
from collections.abc import Iterable, Mapping

_ROOM = "assets/"
_NAME = re.compile(rb"[\w.-]+")
_IN_PAGE = re.compile(rb"assets/(?:[\w.-]+/)*([\w.-]+)")
"""A page asks for an asset by its way there; scripts and style sheets may name it alone."""
_ASKING = {".html": _IN_PAGE, ".css": _NAME, ".js": _NAME, ".webmanifest": _NAME}


def without_spare(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """Leave out the assets whose names stand in no file that is asked for itself.

    The theme brings many, and what is packed is not asked for by its own name any more.
    """
    kept = {path: text for path, text in site.items() if not path.startswith(_ROOM)}
    spare = {path: text for path, text in site.items() if path not in kept}
    new = kept
    while new:
        asked = {name for path, text in new.items() for name in _asked(path, text)}
        new = {path: text for path, text in spare.items() if _name(path) in asked}
        kept |= new
        spare = {path: text for path, text in spare.items() if path not in new}
    return {path: text for path, text in site.items() if path in kept}


def _asked(path: str, text: bytes) -> Iterable[bytes]:
    pattern = _ASKING.get(path[path.rfind(".") :])
    return pattern.findall(text) if pattern else ()


def _name(path: str) -> bytes:
    return path.rpartition("/")[2].encode()

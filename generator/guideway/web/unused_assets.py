"""What lies among the assets and nothing on the site asks for."""

import re
from collections.abc import Iterable, Mapping

ASSETS = "assets/"
"""The folder of scripts, style sheets and the pictures of the theme."""

_NAME = re.compile(rb"[\w.-]+")
_IN_PAGE = re.compile(rb"assets/(?:[\w.-]+/)*([\w.-]+)")
"""A page asks for an asset by its way there; scripts and style sheets may name it alone."""
_ASKING = {".html": _IN_PAGE, ".css": _NAME, ".js": _NAME, ".webmanifest": _NAME}


def names_asked(path: str, text: bytes) -> frozenset[bytes]:
    """Name the assets that a file asks for."""
    pattern = _ASKING.get(path[path.rfind(".") :])
    return frozenset(pattern.findall(text)) if pattern else frozenset()


def spare_assets(site: Mapping[str, bytes], asked: Iterable[bytes]) -> set[str]:
    """List the assets whose names stand in no file that is asked for itself.

    `asked` is what all other files of the site ask for. The theme brings many assets, and what is
    packed is not asked for by its own name any more.
    """
    spare = {path: name_of(path) for path in site if path.startswith(ASSETS)}
    new = set(asked)
    while new:
        found = [path for path, name in spare.items() if name in new]
        new = {name for path in found for name in names_asked(path, site[path])}
        for path in found:
            del spare[path]
    return set(spare)


def name_of(path: str) -> bytes:
    """Give the name by which an asset is asked for."""
    return path.rpartition("/")[2].encode()

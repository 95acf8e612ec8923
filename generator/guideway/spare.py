"""What the engine's theme brings along and no page of ours asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping

_BROUGHT = re.compile(r"assets/(images|javascripts|stylesheets)/.*")
"""Our own files lie directly in `assets/`."""
_ASKING = (".html", ".css", ".webmanifest")


def spare_files(site: Mapping[str, bytes]) -> frozenset[str]:
    """Name the files of the theme whose names stand in no page, style sheet or manifest.

    The style sheet of the theme that is used names no other file of it.
    """
    brought = {path for path in site if _BROUGHT.fullmatch(path)}
    asking = [text for path, text in site.items() if path.endswith(_ASKING)]
    return frozenset(
        path
        for path in brought
        if not any(path.rpartition("/")[2].encode() in text for text in asking)
    )

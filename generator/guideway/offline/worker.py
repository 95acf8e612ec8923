"""What the service worker of a site keeps: its files, and the version they make together."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING

from guideway.offline.bundle import useful
from guideway.offline.site import INDEX

if TYPE_CHECKING:
    from guideway.offline.site import Site

WORKER = "worker.js"

_NOT_KEPT = re.compile(r"worker\.js|source/.*|downloads/(?!index\.html).*")
"""The worker itself, the source files for who corrects them, and what is downloaded by itself."""


def kept(site: Site) -> list[str]:
    """List the files it keeps."""
    return [path for path in useful(site) if not _NOT_KEPT.fullmatch(path)]


def worker(site: Site) -> bytes:
    """Write the worker of a site: what it keeps, then the script that keeps it."""
    sums = {_asked(path): sha256(site.files[path]).hexdigest()[:16] for path in kept(site)}
    version = sha256(json.dumps(sums, sort_keys=True).encode()).hexdigest()[:16]
    given = json.dumps({"version": version, "files": sums}, separators=(",", ":"))
    return f"const kept = {given};\n".encode() + site.files[WORKER]


def _asked(path: str) -> str:
    """Give the address by which pages ask for a file."""
    is_folder = path == INDEX or path.endswith(f"/{INDEX}")
    return path.removesuffix(INDEX) if is_folder else path

"""What the service worker of a site keeps: its files, and the version they make together."""

import json
import re
from collections.abc import Iterable
from hashlib import sha256

from guideway.web.site import INDEX, Site
from guideway.web.useful import useful

WORKER = "worker.js"

_NOT_KEPT = re.compile(r"worker\.js|source/.*|downloads/(?!index\.html).*")
"""The worker itself, the source files for who corrects them, and what is downloaded by itself."""

_SIGNS = 16
"""How much of a SHA-256 is listed, in hexadecimal: 64 bits, against accidents.

Who means harm and can change what is sent sends another worker as well.
"""


def kept(site: Site) -> list[str]:
    """List the files it keeps."""
    return [path for path in useful(site) if not _NOT_KEPT.fullmatch(path)]


def worker(site: Site, paths: Iterable[str], unkept: str) -> bytes:
    """Write the worker of a site: the files it keeps, then the script that keeps them.

    `unkept` is the page that it answers with, without a network, at an address it does not keep.
    The version is another one whenever any of this is: what another worker has kept is looked at
    again.
    """
    sums = {_asked(path): sha256(site.files[path]).hexdigest()[:_SIGNS] for path in paths}
    told = {"files": sums, "unkept": unkept}
    whole = json.dumps(told, sort_keys=True).encode() + site.files[WORKER]
    given = {"version": sha256(whole).hexdigest()[:_SIGNS], **told}
    written = json.dumps(given, separators=(",", ":"), ensure_ascii=False)
    return f"const kept = {written};\n".encode() + site.files[WORKER]


def _asked(path: str) -> str:
    """Give the address by which pages ask for a file."""
    is_folder = path == INDEX or path.endswith(f"/{INDEX}")
    return path.removesuffix(INDEX) if is_folder else path

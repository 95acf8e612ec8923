"""What the service worker of a site keeps: its files, and the version they make together."""

import json
import re
from collections.abc import Mapping
from hashlib import sha256

from guideway.web.site import INDEX

WORKER = "worker.js"

_NOT_KEPT = re.compile(r"worker\.js|source/.*|downloads/(?!index\.html).*")
"""The worker itself, the source files for who corrects them, and what is downloaded by itself."""

_SIGNS = 16
"""How much of a SHA-256 is listed, in hexadecimal: 64 bits, against accidents.

Who means harm and can change what is sent sends another worker as well.
"""


def is_kept(path: str) -> bool:
    """Say whether it keeps a file that readers have use for."""
    return not _NOT_KEPT.fullmatch(path)


def sign(content: bytes) -> str:
    """Sum up what is in a file."""
    return sha256(content).hexdigest()[:_SIGNS]


def worker(script: bytes, signs: Mapping[str, str], unkept: str) -> bytes:
    """Write the worker of a site: the files it keeps, then the script that keeps them.

    `signs` gives the sum of each file by its path. `unkept` is the page that it answers with,
    without a network, at an address it does not keep. The version is another one whenever any of
    this is: what another worker has kept is looked at again.
    """
    told = {"files": {_asked(path): signs[path] for path in sorted(signs)}, "unkept": unkept}
    whole = json.dumps(told, sort_keys=True).encode() + script
    given = {"version": sha256(whole).hexdigest()[:_SIGNS], **told}
    written = json.dumps(given, separators=(",", ":"), ensure_ascii=False)
    return f"const kept = {written};\n".encode() + script


def _asked(path: str) -> str:
    """Give the address by which pages ask for a file."""
    is_folder = path == INDEX or path.endswith(f"/{INDEX}")
    return path.removesuffix(INDEX) if is_folder else path

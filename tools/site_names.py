"""The names of a site's files: those that have a sum in them, and what another site calls them.

`assets/page.0ee8c5df.min.js` is named by what is in it, `search/d2ccaccb0/` by what is below it. In
another site, what stands in its place may be called otherwise: names that are alike but for the sum
belong together in the order in which pages and scripts ask for them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

Files = Mapping[str, bytes]
"""Path in a site → what is in the file. What is in an archive stands below the path of it."""

_SUM = re.compile(rb"(?<![0-9a-z])([a-z]?)[0-9a-f]{8}(?![0-9a-z])")
_ASKING = (".html", ".js")


def read_site(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder, those in archives too."""
    files: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name, content = path.relative_to(folder).as_posix(), path.read_bytes()
            files |= dict(_members(name, content)) if name.endswith(".zip") else {name: content}
    return files


def called_alike(there: Files, here: Files) -> dict[str, bytes]:
    """Give the files of `here` by the names of `there`, wherever they stand."""
    theirs, ours = _sums(there), _sums(here)
    names = dict(chain.from_iterable(_pairs(theirs[stem], ours[stem]) for stem in ours))
    if not names:
        return dict(here)

    def call(found: re.Match[bytes]) -> bytes:
        return names.get(found[0], found[0])

    return {
        _SUM.sub(call, path.encode()).decode(): _SUM.sub(call, content)
        for path, content in here.items()
    }


def _members(path: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            yield f"{path}/{name}", archive.read(name)


def _sums(site: Files) -> defaultdict[bytes, list[bytes]]:
    """Give the sums in names as they are asked for, by the name up to the sum."""
    stems = {
        found[0]: path[: found.start()] + found[1]
        for path in map(str.encode, site)
        for found in _SUM.finditer(path)
    }
    asking = (site[path] for path in sorted(site) if path.endswith(_ASKING))
    asked = (found[0] for text in asking for found in _SUM.finditer(text)) if stems else ()
    sums: defaultdict[bytes, list[bytes]] = defaultdict(list)
    for each in dict.fromkeys(each for each in chain(asked, sorted(stems)) if each in stems):
        sums[stems[each]].append(each)
    return sums


def _pairs(theirs: list[bytes], ours: list[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Pair what is called otherwise: ours, then theirs."""
    return zip(
        (each for each in ours if each not in theirs),
        (each for each in theirs if each not in ours),
        strict=False,
    )

"""`_headers`: the file by which Netlify, Cloudflare Pages and others learn which headers to send.

Where two rules fit an address, Cloudflare joins their values and Netlify takes the later, so no two
rules that fit one address name the same header. The policy for addresses nothing is known of is the
exception: it allows what any other allows, so both, or the later, mean the later.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from guideway.editions.website.file_kinds import (
    CSP,
    EVERYWHERE,
    LOOSEST,
    Kind,
    kind_of,
    located,
    type_of,
)
from guideway.web.site import INDEX

HEADERS_FILE = "_headers"
_START = "# Written by the build from editions/website/file_kinds.py; see docs/decisions/0017.\n"
_TLS = """# When the site has an address of its own with TLS for good:
#   Strict-Transport-Security: max-age=31536000; includeSubDomains
"""


def headers_file(paths: Iterable[str], here: str | None) -> str:
    """Write the file for a site of these files: their paths below the site.

    `here` is the address of the site, if it is known. The hosts know the common types; ours are
    named for the files at the top.
    """
    kinds = {path: kind_of(path) for path in sorted(paths)}
    rules = [_rule("/*", {**EVERYWHERE, CSP: LOOSEST}, "every answer"), _TLS]
    return located("\n".join([_START, *rules, *_folder("", kinds)]), here)


def _folder(at: str, kinds: Mapping[str, Kind]) -> Iterator[str]:
    """Write the rules of a folder: one if all its files are of a kind, else one for each."""
    if at and _alike(kinds):
        yield _said(f"/{at}*", next(iter(kinds.values())))
        return
    deeper = {path: kind for path, kind in kinds.items() if "/" in path.removeprefix(at)}
    yield from _files(at, {path: kinds[path] for path in kinds if path not in deeper})
    for folder, inside in groupby(deeper, lambda path: path[: path.index("/", len(at)) + 1]):
        yield from _folder(folder, {path: kinds[path] for path in inside})


def _files(at: str, kinds: Mapping[str, Kind]) -> Iterator[str]:
    """Write the rules of the files directly in a folder."""
    index = at + INDEX
    if index in kinds:
        yield _said(f"/{at}", kinds[index])
    others = {path: kind for path, kind in kinds.items() if path != index}
    if at and _alike(others):
        yield _said(f"/{at}:file", next(iter(others.values())))
        return
    for path, kind in others.items():
        known = None if at else type_of(path)
        more = {"Content-Type": known} if known else {}
        yield _rule(f"/{path}", {**kind.says, **more}, kind.what)


def _alike(kinds: Mapping[str, Kind]) -> bool:
    return len({kind.what for kind in kinds.values()}) == 1


def _said(address: str, kind: Kind) -> str:
    return _rule(address, kind.says, kind.what)


def _rule(address: str, headers: Mapping[str, str], what: str) -> str:
    lines = "".join(f"  {name}: {value}\n" for name, value in headers.items())
    return f"# {what}\n{address}\n{lines}"

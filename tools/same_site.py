"""Is the site still the same? `make same-site BESIDE=<commit>`, or two folders to compare.

Our site is built with that commit, its templates and its content, and with the working tree, as of
the same day. Files are compared by what they say (`site_forms.py`); which belong together if they
are named by sums is seen from where they are asked for (`site_names.py`). What is meant to differ
is named in `tests/repository/differences.yaml`. Ends with 1 if anything else does.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from bench.processes import run

from tools.commits import ROOT, checked_out, environment, sum_of
from tools.site_differences import Comparison, Difference, compare
from tools.site_names import read_site

ALLOWED = ROOT / "tests/repository/differences.yaml"
KEPT = ROOT / ".build/same-site"
"""Sites of commits, by commit and day: they are built once."""
FEW = 8
"""So many files, or lines of a difference, are shown; the rest are counted."""
BOTH = 2
WIDE = 150
"""Characters of a line that are shown, from a little before those that differ."""


def main(there: Path, here: Path, allowed: dict[str, str]) -> int:
    """Compare two folders and print what differs."""
    found = compare(read_site(there), read_site(here), allowed)
    for line in told(found, allowed):
        print(line)
    return int(not found.same)


def told(found: Comparison, allowed: dict[str, str]) -> Iterator[str]:
    """Say what differs: files that are missing, then each kind of difference with an example."""
    yield from _listed("only in the first site", found.only_there)
    yield from _listed("only in the second site", found.only_here)
    kinds: defaultdict[str, dict[str, Difference]] = defaultdict(dict)
    for path, differences in found.differing.items():
        for each in differences:
            kinds[each.kind].setdefault(path, each)
    for kind, files in sorted(kinds.items(), key=lambda item: -len(item[1])):
        path, example = min(files.items(), key=lambda item: _length(item[1]))
        yield f"\n{kind}: {_files(len(files))} ({_folders(files)}), such as {path}"
        yield from _shown(example)
    for pattern, paths in found.meant.items():
        yield f"\nmeant to differ, {pattern}: {_files(len(paths))}: {allowed[pattern]}"
    differ = len(found.only_there) + len(found.only_here) + len(found.differing)
    yield "\nthe sites are the same" if found.same else f"\n{_files(differ)} with differences"


def built(commit: str, day: date) -> Path:
    """Build the site of a commit, unless it is kept."""
    kept = KEPT / f"{sum_of(commit)}-{day}"
    if not kept.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        with checked_out(commit) as tree:
            shutil.move(_built(tree, tree, day), kept)
    return kept


def _built_here(room: Path, day: date) -> Path:
    """Build the site of the working tree beside the one there is."""
    shutil.copytree(ROOT / "content", room / "content")
    shutil.copyfile(ROOT / "mkdocs.yml", room / "mkdocs.yml")
    return _built(ROOT, room, day)


def _built(tree: Path, project: Path, day: date) -> Path:
    command = ["-m", "guideway", "-C", str(project), "build", "--as-of", str(day)]
    run([sys.executable, *command], environment(tree))
    return project / "site"


def _listed(title: str, paths: list[str]) -> Iterator[str]:
    if paths:
        yield f"\n{title}: {_files(len(paths))}"
        yield from (f"  {path}" for path in paths[:FEW])
    if len(paths) > FEW:
        yield f"  … {len(paths) - FEW} more"


def _files(many: int) -> str:
    return f"{many} file" if many == 1 else f"{many} files"


def _folders(paths: Iterable[str]) -> str:
    """Count files by the first folder they are in; the archive is one of them."""
    found = Counter(re.sub(r"(\.zip|(?<!\.zip))/.*", r"\1/", path) for path in paths)
    return ", ".join(f"{folder} {many}" for folder, many in found.most_common(FEW))


def _length(difference: Difference) -> int:
    return sum(map(len, difference.there + difference.here))


def _shown(difference: Difference) -> Iterator[str]:
    """Show a difference below the lines before it."""
    yield from (f"    {_clipped(line)}" for line in difference.before)
    old, new = difference.there, difference.here
    pairs = enumerate(zip("".join(old[:1]), "".join(new[:1]), strict=False))
    alike = next((at for at, (one, other) in pairs if one != other), 0)
    for sign, lines in (("-", old), ("+", new)):
        yield from (f"  {sign} {_clipped(line, alike)}" for line in lines[:1])
        yield from (f"  {sign} {_clipped(line)}" for line in lines[1:FEW])
        if len(lines) > FEW:
            yield f"  {sign} … {len(lines) - FEW} more"


def _clipped(line: str, alike: int = 0) -> str:
    """Show a line from a little before its first character that differs."""
    start = alike - WIDE // 3 if alike > WIDE // 2 else 0
    line = line.replace("\n", "↵")
    return "…" * (start > 0) + line[start : start + WIDE] + "…" * (len(line) > start + WIDE)


def _chosen() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sites", nargs="*", type=Path, metavar="SITE", help="two folders")
    parser.add_argument("--beside", metavar="COMMIT", help="compare our site as of this commit")
    parser.add_argument("--as-of", type=date.fromisoformat, metavar="DATE", help="else today")
    given = parser.parse_args()
    day = given.as_of or datetime.now(UTC).date()
    allowed = yaml.safe_load(ALLOWED.read_text(encoding="utf-8")) or {}
    with ExitStack() as stack:
        if given.beside:
            room = Path(stack.enter_context(TemporaryDirectory(prefix="guideway-")))
            given.sites = [built(given.beside, day), _built_here(room, day)]
        elif len(given.sites) != BOTH:
            parser.error("give two folders, or --beside a commit")
        there, here = given.sites
        return main(there, here, allowed)


if __name__ == "__main__":
    sys.exit(_chosen())

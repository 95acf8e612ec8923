"""`make docs`: the site of the program itself, of the files that people read in the repository.

A link between two of these files leads from page to page; of one to a file that is no page, the
words are left.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
MADE = ROOT / ".build" / "docs"
PAGES = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "SECURITY.md": "security.md",
    "CODE_OF_CONDUCT.md": "conduct.md",
}
"""Files of the repository that are pages, besides those below docs/."""
_LINK = re.compile(r"(?P<picture>!?)\[(?P<words>(?:[^\[\]]|\[[^\]]*\])*)\]\((?P<to>[^()\s]+)\)")
_FENCE = re.compile(r"^ *```.*?^ *```", re.MULTILINE | re.DOTALL)
_AWAY = re.compile(r"[a-z]+:|#")


def pages(root: Path) -> dict[str, str]:
    """Give where each page is written, and where it stands in the site."""
    below = sorted((root / "docs").rglob("*.md"))
    return PAGES | {
        path.relative_to(root).as_posix(): path.relative_to(root / "docs").as_posix()
        for path in below
    }


def as_page(text: str, written: str, known: Mapping[str, str]) -> str:
    """Write a file as a page: its links lead to pages. `known` maps files to pages."""
    here = posixpath.dirname(known[written])

    def led(link: re.Match[str]) -> str:
        path, sign, anchor = link["to"].partition("#")
        if _AWAY.match(link["to"]):
            return link[0]
        target = posixpath.normpath(posixpath.join(posixpath.dirname(written), path))
        if target in known:
            way = posixpath.relpath(known[target], here or ".")
            return f"{link['picture']}[{link['words']}]({way}{sign}{anchor})"
        return link["words"]

    parts, at = [], 0
    for fence in _FENCE.finditer(text):
        parts += [_LINK.sub(led, text[at : fence.start()]), fence[0]]
        at = fence.end()
    return "".join([*parts, _LINK.sub(led, text[at:])])


def write(root: Path, folder: Path) -> None:
    """Write all pages, and the pictures, into a folder."""
    shutil.rmtree(folder, ignore_errors=True)
    known = pages(root)
    pictures = {
        path.relative_to(root).as_posix(): f"pictures/{path.name}"
        for path in (root / "docs" / "pictures").iterdir()
    }
    for written, page in known.items():
        text = (root / written).read_text("utf-8")
        place = folder / page
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(as_page(text, written, {**known, **pictures}), "utf-8")
    shutil.copytree(root / "docs" / "pictures", folder / "pictures")


def build() -> int:
    """Build the site; what the engine warns of is an error."""
    write(ROOT, MADE / "pages")
    settings = MADE / "mkdocs.yml"
    settings.write_text(json.dumps(_settings()), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", str(settings)]
    done = subprocess.run(command, env={**os.environ, "NO_MKDOCS_2_WARNING": "true"}, check=False)
    if done.returncode == 0:
        print(os.path.relpath(MADE / "site"))
    return done.returncode


def _settings() -> dict[str, object]:
    written = yaml.safe_load((ROOT / "docs" / "site.yml").read_text("utf-8"))
    decisions = [page for page in pages(ROOT).values() if page.startswith("decisions/")]
    folders = {"docs_dir": str(MADE / "pages"), "site_dir": str(MADE / "site")}
    return {**written, **folders, "nav": [*written["nav"], {"Decisions": decisions}]}


if __name__ == "__main__":
    sys.exit(build())

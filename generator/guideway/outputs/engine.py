"""Runs the engine: the external program that turns Markdown into HTML."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from guideway.outputs.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from guideway.build import Tree

# The engine's own notices are about its future, not about this site.
_QUIET = {
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
}


_TRACE = re.compile(r"^Traceback .*\n(?:[ \t].*\n|\n)*", re.MULTILINE)
"""Where in the engine it failed; the line below says what."""

_LAST = 2**32 - 1
"""The last moment that a packed file can bear."""

_STATIC = ("opensearch.xml", "site.webmanifest")
"""Templates of the theme that are no pages, but need to know how the site is called."""


def write_tree(project: Path, room: Path, tree: Tree, theme: Path) -> Path:
    """Write the engine's input below `room` and give the path of its settings."""
    docs = room / "docs"
    for path, text in tree.texts.items():
        _parent(docs / path).write_text(text, encoding="utf-8", newline="\n")
    for path, origin in tree.copies.items():
        shutil.copyfile(project / origin, _parent(docs / path))
    settings = room / "mkdocs.yml"
    settings.write_text(_settings(project, room, tree, theme), encoding="utf-8")
    return settings


def run_engine(settings: Path, site: Path, day: date) -> None:
    """Build the site into a folder of its own; any warning of the engine is a failure.

    What the engine dates bears the first moment of the day, not the moment at which it runs.
    """
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()
    moment = int(min(max(midnight, 0), _LAST))
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    done = subprocess.run(
        [*command, "--config-file", str(settings), "--site-dir", str(site)],
        env={**os.environ, **_QUIET, "SOURCE_DATE_EPOCH": str(moment)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        said = _TRACE.sub("", done.stdout + done.stderr).strip()
        raise Trouble(f"the engine failed:\n{said}", "see its message above; site/ is unchanged")


def _parent(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _settings(project: Path, room: Path, tree: Tree, theme: Path) -> str:
    """The project's own settings, plus what we know better; JSON is YAML."""
    settings: Mapping[str, object] = {
        "INHERIT": os.path.relpath(project / "mkdocs.yml", room),
        "docs_dir": "docs",
        "theme": {"custom_dir": str(theme), "static_templates": list(_STATIC)},
        "nav": list(tree.navigation),
        "validation": {"nav": {"omitted_files": "ignore"}},
    }
    return json.dumps(settings, ensure_ascii=False, indent=2)

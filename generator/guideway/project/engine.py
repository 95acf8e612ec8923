"""Runs the engine: the external program that turns Markdown into HTML."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from typing import cast

from guideway.build import Tree
from guideway.model.settings import Settings
from guideway.project.build_error import BuildError

# The engine's own notices are about its future, not about this site.
_QUIET = {
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
}


_TRACE = re.compile(r"^Traceback .*\n(?:[ \t].*\n|\n)*", re.MULTILINE)
"""Where in the engine it failed; the line below says what."""

_STATIC = ("opensearch.xml", "site.webmanifest")
"""Templates of the theme that are no pages, but need to know how the site is called."""

_SHEETS = ("templates", "assets", "stylesheets")
"""Where the theme has its style sheets."""

_MORTAL = """
import os, threading
threading.Thread(target=lambda: (os.read(0, 1), os._exit(1)), daemon=True).start()
from mkdocs.__main__ import cli
cli()
"""
"""The engine, which ends when its input does: with whoever has started it, however that ended."""


def write_tree(
    project: Path, room: Path, tree: Tree, theme: Path, settings: Settings | None
) -> Path:
    """Write the engine's input below `room` and give the path of its settings.

    Without `settings` the engine is given all of the project's own, also what runs code.
    """
    docs = room / "docs"
    for path, text in tree.markdown.items():
        _parent(docs / path).write_text(text, encoding="utf-8", newline="\n")
    for path, origin in tree.copies.items():
        shutil.copyfile(project / origin, _parent(docs / path))
    chosen = _chosen(settings) if settings else _inherited(project, room)
    written = json.dumps(_merged(chosen, tree, theme), ensure_ascii=False, indent=2)
    place = room / "mkdocs.yml"
    place.write_text(written, encoding="utf-8")
    return place


def run_engine(settings: Path, site: Path, day: date, lock: int) -> None:
    """Build the site into a folder of its own; any warning of the engine is a failure.

    What the engine dates bears the first moment of the day, not the moment at which it runs. It
    dies with us, and until then holds `lock`, the open file that says a build is running. Nothing
    that lies in the folder where somebody works is taken for a module of it (`-P`).
    """
    midnight = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    command = [sys.executable, "-P", "-c", _MORTAL, "build", "--strict", "--quiet"]
    ours, alive = os.pipe()
    try:
        done = subprocess.run(
            [*command, "--config-file", str(settings), "--site-dir", str(site)],
            env={**os.environ, **_QUIET, "SOURCE_DATE_EPOCH": str(midnight)},
            stdin=ours,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            pass_fds=(lock,) if os.name == "posix" else (),
        )
    finally:
        os.close(ours)
        os.close(alive)
    if done.returncode:
        said = _TRACE.sub("", done.stdout + done.stderr).strip()
        raise BuildError(f"the engine failed:\n{said}", "see its message above; site/ is unchanged")


def _parent(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _chosen(settings: Settings) -> dict[str, object]:
    """The settings that mean something, in the engine's words."""
    plain = settings.model_dump(exclude_none=True, exclude={"plugins", "markdown_extensions"})
    return {
        **plain,
        "theme": {**plain["theme"], "font": False},
        "extra": {**plain["extra"], "generator": False},
        "plugins": [],
        "markdown_extensions": [],
        "hooks": [str(Path(__file__).with_name("engine_hooks.py"))],
    }


def _inherited(project: Path, room: Path) -> dict[str, object]:
    """All that the project has, whatever it does."""
    return {"INHERIT": os.path.relpath(project / "mkdocs.yml", room)}


def _theme_sheet() -> str:
    """Find the style sheet of the engine's theme, whose name tells its release."""
    found = sorted(str(path.name) for path in files("material").joinpath(*_SHEETS).iterdir())
    sheets = [name for name in found if re.fullmatch(r"main\.\w+\.min\.css", name)]
    if len(sheets) != 1:
        raise BuildError(
            f"the engine's theme has {len(sheets)} style sheets called main.*.min.css",
            "install the release of mkdocs-material that requirements/ name",
        )
    return "/".join([*_SHEETS[1:], *sheets])


def _merged(chosen: Mapping[str, object], tree: Tree, theme: Path) -> Mapping[str, object]:
    """What a project has chosen, plus what we know better; JSON is YAML."""
    look = {"custom_dir": str(theme), "static_templates": list(_STATIC), "sheet": _theme_sheet()}
    return {
        **chosen,
        "docs_dir": "docs",
        "theme": {**cast("dict[str, object]", chosen.get("theme", {})), **look},
        "nav": list(tree.navigation),
        "validation": {"nav": {"omitted_files": "ignore"}},
    }

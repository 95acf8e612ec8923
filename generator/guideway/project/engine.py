"""Runs the engine: the external program that puts a frame around every page."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

from guideway.editions.website.navigation import Ways
from guideway.model.settings import Settings
from guideway.model.words import Words
from guideway.pages.wording import direction_of
from guideway.project.build_error import BuildError
from guideway.project.engines import MKDOCS, Engine
from guideway.source.setting import setting, without

# The engine's own notices are about its future, not about this site.
_QUIET = {
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    "NO_COLOR": "1",
}

_TRACE = re.compile(r"^Traceback .*\n(?:[ \t].*\n|\n)*", re.MULTILINE)
"""Where in the engine it failed; the line below says what."""

_INNERMOST = re.compile(r'File "[^"]*[/\\\\]theme[/\\\\]([^"]+)", line (\d+)')
"""Where in a template of the theme it was then."""

_EXTRA = ("opensearch.xml", "site.webmanifest")
"""Templates of the theme that are no pages, but need to know how the site is called."""

_FRAMES = ("feedback", "frame", "lost", "search")
"""The groups of words that the theme asks for."""

_SHEETS = "assets/stylesheets"
"""Where the style sheet of the engine's theme lies in the site, whatever engine it is."""

_ALL = "project.yml"
"""Where all that a project has is written for it, beside its settings."""

_SITE = "site"
"""Where the engine puts what it makes, beside its settings: Zensical goes nowhere else."""

_MORTAL = """
import os, threading
threading.Thread(target=lambda: (os.read(0, 1), os._exit(1)), daemon=True).start()
from {} import cli
cli()
"""
"""The engine, which ends when its input does: with whoever has started it, however that ended."""


@dataclass(frozen=True)
class Setup:
    """What the engine is given besides pages, and which it is."""

    project: Path
    room: Path
    """The folder in which it works; it is made."""
    theme: Path
    """The folder of our overrides."""
    words: Words
    """Those of the interface: the theme says some of them itself."""
    settings: Settings
    """Those that mean something."""
    engine: Engine = MKDOCS
    trusted: bool = False
    """Whether it is given all that the project has besides."""
    jobs: int = 1
    """So many of it may run side by side."""


def write_input(
    setup: Setup, navigation: Ways, texts: Iterable[tuple[str, str]], copies: Mapping[str, str]
) -> Path:
    """Write what the engine is given into its room and give the path of its settings.

    `texts` are the pages: path below the engine's folder, and Markdown. `copies` maps paths there
    to paths in the project.
    """
    room = setup.room
    docs = room / "docs"
    docs.mkdir(parents=True)
    for path, text in texts:
        _parent(docs / path).write_text(text, encoding="utf-8", newline="\n")
    for path, origin in copies.items():
        shutil.copyfile(setup.project / origin, _parent(docs / path))
    for name in _EXTRA:
        shutil.copyfile(setup.theme / name, docs / name)
    sheet = setup.engine.sheet
    _parent(docs / _SHEETS / sheet.name).write_bytes(sheet.read_bytes())
    chosen = _chosen(setup.settings)
    if setup.trusted:
        inherited = _inherited(setup.project, room)
        chosen = {**inherited, "extra": chosen["extra"], "use_directory_urls": True}
    look = {"custom_dir": str(setup.theme), **setup.engine.look}
    more = {"sheet": f"{_SHEETS}/{sheet.name}", "words": words_of_frames(setup.words)}
    merged = _merged(chosen, navigation, look, more)
    written = json.dumps(merged, ensure_ascii=False, indent=2)
    place = room / "mkdocs.yml"
    place.write_text(written, encoding="utf-8")
    return place


def run_engine(settings: Path, day: date, lock: int, engine: Engine = MKDOCS) -> Path:
    """Build the site beside the settings and give its folder; any warning is a failure.

    What the engine dates bears the first moment of the day, not the moment at which it runs. It
    dies with us, and until then holds `lock`, the open file that says a build is running. Nothing
    that lies in the folder where somebody works is taken for a module of it (`-P`).
    """
    midnight = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    program = [sys.executable, "-P", "-c", _MORTAL.format(engine.command)]
    ours, alive = os.pipe()
    try:
        done = subprocess.run(
            [*program, "build", "--strict", *engine.options, "--config-file", str(settings)],
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
        raise _failure(done.stdout + done.stderr)
    for name in engine.spare:
        (settings.parent / _SITE / name).unlink(missing_ok=True)
    return settings.parent / _SITE


def _failure(told: str) -> BuildError:
    """Say why it failed: where in a template of the theme, if it was there."""
    said = _TRACE.sub("", told).strip()
    if found := _INNERMOST.findall(told):
        name, line = found[-1]
        hint = "compare it with the template of the same name in the program; site/ is unchanged"
        return BuildError(f"templates/theme/{name}:{line}: {said.splitlines()[-1]}", hint)
    return BuildError(f"the engine failed:\n{said}", "see its message above; site/ is unchanged")


def words_of_frames(words: Words) -> Words:
    """Give the words that stand in the frames of pages: of all others, no frame knows."""
    return {group: words[group] for group in _FRAMES}


def _parent(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _chosen(settings: Settings) -> dict[str, object]:
    """The settings that mean something, in the engine's words."""
    unsaid = {"plugins", "markdown_extensions", "guideway"}
    plain = settings.model_dump(exclude_none=True, exclude=unsaid)
    own = {"edit_base", "feedback", "without", "licence", "language"}
    asked = settings.guideway.model_dump(exclude_none=True, include=own)
    direction = direction_of(settings.guideway.language)
    return {
        **plain,
        "theme": {**plain["theme"], "font": False},
        "extra": {**asked, "direction": direction, "generator": False},
        "plugins": [],
        "markdown_extensions": [],
    }


def _inherited(project: Path, room: Path) -> dict[str, object]:
    """All that the project has, whatever it does; the engine does not know our own section.

    Paths in it are taken from the file that inherits, so that it may lie here.
    """
    content = (project / "mkdocs.yml").read_bytes()
    text = without(content, "guideway", "INHERIT")
    if above := setting(content, "INHERIT"):
        text += f"\nINHERIT: {json.dumps(os.path.relpath(project / above, room))}\n"
    (room / _ALL).write_text(text, encoding="utf-8")
    return {"INHERIT": _ALL}


def _merged(
    chosen: Mapping[str, object],
    navigation: Ways,
    look: Mapping[str, str],
    more: Mapping[str, object],
) -> Mapping[str, object]:
    """What a project has chosen, plus what we know better; JSON is YAML."""
    return {
        **chosen,
        "docs_dir": "docs",
        "site_dir": _SITE,
        "theme": {**cast("dict[str, object]", chosen.get("theme", {})), **look},
        "extra": {**cast("dict[str, object]", chosen.get("extra", {})), **more},
        "extra_templates": list(_EXTRA),
        "nav": list(navigation),
        "validation": {"nav": {"omitted_files": "ignore"}},
    }

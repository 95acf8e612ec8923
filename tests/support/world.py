"""A tiny site without problems, and ways to break it: a bridge, its keeper, and knights."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from guideway.catalog import ContentFiles
from guideway.catalog.load.settings import load_settings
from guideway.catalog.load.words import joins_in
from guideway.project.content_files import spoken_in, template_problems
from guideway.project.locales import country_of, language_of
from guideway.project.templates import words_files

HERE = Path(__file__).parents[2] / "example"
"""Where it lies."""

OURS = words_files(HERE)
"""The words of the interface as they come with the program."""

OUR_SETTINGS = b"site_name: x\nguideway: {licence: {name: x}, language: zh-CN, country: CN}"

DAY = date(2026, 11, 22)
"""The day on which the tests look at content, whenever they are run."""


@dataclass(frozen=True)
class World:
    """The content of a site: path → text, as it would lie on the shelf."""

    files: Mapping[str, bytes]
    media: Mapping[str, bytes]
    outside: frozenset[str] = frozenset()
    odd: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    settings: bytes | None = None
    trusted: bool = False
    words: Mapping[str, bytes] = field(default_factory=dict)
    """What the project says otherwise: `words.yaml`, `words/de.yaml`."""
    spoken: Mapping[str, bytes] = field(default_factory=dict)
    """What it says of its language and country: `languages/de.yaml`, `countries/gb.yaml`."""

    templates: Mapping[str, bytes] = field(default_factory=dict)
    """What it has in place of our templates, by their path below `templates/`."""

    def shelf(self) -> ContentFiles:
        """Put it on a shelf."""
        words = replace(OURS, own=tuple(sorted(self.words.items())))
        shelf = ContentFiles(
            self.files,
            self.media,
            self.outside,
            self.odd,
            self.unread,
            self.settings,
            self.trusted,
            language=language_of("zh-CN").model_copy(update={"between": joins_in(words, "zh-CN")}),
            country=country_of("CN"),
            words=words,
            spoken=tuple(sorted(self.spoken.items())),
            told=template_problems(self.templates),
        )
        if not self.spoken:
            return shelf
        chosen = load_settings(self.settings or OUR_SETTINGS)[0]
        return spoken_in(shelf, chosen.guideway) if chosen else shelf

    def having(self, path: str, content: bytes) -> World:
        """Add or replace a whole file, as reading the folder would put it on the shelf."""
        if path.startswith("content/media/"):
            return replace(self, media={**self.media, path.removeprefix("content/media/"): content})
        if path == "mkdocs.yml":
            return replace(self, settings=content)
        if path.startswith(("words", "languages/", "countries/", "templates/")):
            return self._saying(path, content)
        if not path.endswith((".yaml", ".yml")):
            return replace(self, unread=self.unread | {path})
        return replace(self, files={**self.files, path: content})

    def _saying(self, path: str, content: bytes) -> World:
        """Let the project say otherwise what the program says."""
        if path.startswith("words"):
            return replace(self, words={**self.words, path: content})
        if path.startswith("templates/"):
            own = {**self.templates, path.removeprefix("templates/"): content}
            return replace(self, templates=own)
        return replace(self, spoken={**self.spoken, path: content})

    def amended(self, path: str, fragment: str) -> World:
        """Replace the top-level keys of a file by those of a fragment; new ones come last.

        The picture goes with the step that shows it: nobody shows it then.
        """
        old = self.files.get(path, b"").decode()
        new = amend(old, fragment)
        loses = "picture" in old and "picture" not in new
        return replace(self, media={} if loses else self.media).having(path, new.encode())


def read_world() -> World:
    """Read the tiny site."""
    content = HERE / "content"
    files = {
        p.relative_to(HERE).as_posix(): p.read_bytes() for p in sorted(content.rglob("*.yaml"))
    }
    media = {p.name: p.read_bytes() for p in (content / "media").iterdir()}
    return World(files, media)


def amend(text: str, fragment: str) -> str:
    """Replace the top-level keys of a YAML text by those of a fragment, as text."""
    parts, new = _by_key(text), _by_key(fragment)
    return "".join({**parts, **new}.values())


def _by_key(text: str) -> dict[str, str]:
    """Cut a YAML text at its top-level keys; a key written twice stays together."""
    parts: dict[str, str] = {}
    for part in re.split(r"^(?=[^\s#])", text, flags=re.MULTILINE):
        key = part.partition(":")[0]
        parts[key] = parts.get(key, "") + part
    return {
        key: part if part.endswith("\n") else part + "\n" for key, part in parts.items() if part
    }

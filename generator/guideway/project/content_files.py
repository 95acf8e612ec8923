"""Reads what lies in a project's content folder."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from guideway.catalog import ContentFiles
from guideway.catalog.load.locales import spoken
from guideway.catalog.load.settings import NAME, load_settings
from guideway.catalog.load.words import joins_in
from guideway.model.settings import Own
from guideway.problems import Problem
from guideway.project.build_error import BuildError
from guideway.project.locales import country_of, language_of, own_files
from guideway.project.templates import our_templates, own_templates, reference_words, words_files
from guideway.source.decode import LIMIT

SKIPPED = "schema"
"""The folder of exported schemas inside the content folder; it is written, not read."""


def read_shelf(project: Path, *, trusted: bool = False) -> ContentFiles:
    """Read the YAML files, the media and the settings; links that lead out are not followed.

    Settings that are `trusted` may hold anything. What may not be read is a BuildError: a site
    without it would look whole.
    """
    try:
        settings, words = _read(project / NAME), words_files(project)
        shelf = replace(_read_shelf(project), settings=settings, trusted=trusted, words=words)
        chosen = load_settings(settings)[0]
        said = replace(shelf, spoken=own_files(project))
        found = spoken_in(said, chosen.guideway) if chosen else shelf
        return replace(found, told=(*found.told, *template_problems(own_templates(project))))
    except OSError as error:
        raise BuildError(
            f"cannot read {error.filename}: {error.strerror}",
            "check that it is there and may be read",
        ) from error


def template_problems(own: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Find what is wrong with the templates of a project; most projects have none."""
    if not own:
        return ()
    from guideway.pages.template_faults import template_faults  # noqa: PLC0415 - few need it
    from guideway.project.engine import words_of_frames  # noqa: PLC0415 - the same

    words = reference_words()
    return template_faults(own, our_templates(), words, words_of_frames(words))


def spoken_in(shelf: ContentFiles, own: Own) -> ContentFiles:
    """Say what is known of the language and the country that the settings name."""
    known = language_of(own.language), country_of(own.country or "")
    found, country, told = spoken(shelf.spoken, *known)
    language = found.model_copy(update={"between": joins_in(shelf.words, own.language)})
    numbers = (*country.emergency, *own.emergency)
    money = own.currency or country.currency
    more = country.model_copy(update={"emergency": numbers, "currency": money})
    return replace(shelf, language=language, country=more, told=told)


def _read_shelf(project: Path) -> ContentFiles:
    content = project / "content"
    if not content.is_dir():
        raise BuildError(
            f"there is no folder “content” in {project}",
            "start in a project folder, or name one with -C DIR",
        )
    files: dict[str, bytes] = {}
    media: dict[str, bytes] = {}
    outside: set[str] = set()
    odd: set[str] = set()
    unread: set[str] = set()
    for path in _walk(content):
        name = path.relative_to(project).as_posix()
        if _leads_out(path, project):
            outside.add(name)
        elif not path.is_file():
            odd.add(name)
        elif name.startswith("content/media/"):
            media[name.removeprefix("content/media/")] = _read(path)
        elif path.suffix.lower() in {".yaml", ".yml"}:
            files[name] = _read(path)
        else:
            unread.add(name)
    return ContentFiles(files, media, frozenset(outside), frozenset(odd), frozenset(unread))


def _walk(content: Path) -> Iterator[Path]:
    """Files, and links to folders: those are not entered, so that no loop can hold us."""
    for folder, folders, files in os.walk(content, onerror=_stop):
        here = Path(folder)
        if here == content and SKIPPED in folders:
            folders.remove(SKIPPED)
        yield from (here / name for name in files if not name.startswith("."))
        yield from (here / name for name in folders if (here / name).is_symlink())


def _stop(error: OSError) -> None:
    raise error


def _leads_out(path: Path, project: Path) -> bool:
    return path.is_symlink() and (
        path.is_dir() or not path.resolve().is_relative_to(project.resolve() / "content")
    )


def _read(path: Path) -> bytes:
    """Read a file, but never more than is needed to see that it is too large."""
    with path.open("rb") as file:
        return file.read(LIMIT + 1)

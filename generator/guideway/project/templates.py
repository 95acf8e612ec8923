"""Finds and reads templates and words: those of the program, and over them a project's own."""

import shutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import cast

from guideway.catalog.load.words import PROJECT, REFERENCE, WordsFiles, load_words
from guideway.imports.phrases import Phrases, phrases
from guideway.model.settings import SiteInfo
from guideway.model.words import LANGUAGE, Words
from guideway.problems import listed
from guideway.project.build_error import BuildError
from guideway.project.locales import grouped_late
from guideway.source import Document, read

_IMPORTS, _KEYS = "imports.yaml", "keys.yaml"
_INSTALLED = Path(__file__).parent.parent / "templates"
_CHECKOUT = Path(__file__).parent.parent.parent.parent / "templates"
_READ = (
    "**/*.j2",
    "theme/assets/*.css",
    "theme/assets/*.js",
    "embeds/*",
    "profiles/*.yaml",
    "machines/*.yaml",
    "new/*/*.yaml",
    "init/**/*.y*ml",
)
_OF_THEMES = ("theme/**/*.html", "theme/*.xml", "preview/*.html")
WORDS = "words"
"""The folder of the words, one file for each language: below the templates, and in a project."""
THEME = "theme"
"""The folder of the templates that the engine reads."""


def template_folders(project: Path) -> tuple[Path, ...]:
    """Give the folder of the program and, if there is one, that of the project, which counts."""
    own = project / "templates"
    ours = _of_the_program()
    return (ours, own) if own.is_dir() and not own.samefile(ours) else (ours,)


def example_folder() -> Path:
    """Give the project of the tiny site that comes with the program, or the checkout's."""
    for folder in (_INSTALLED.parent / "example", _CHECKOUT.parent / "example"):
        if folder.is_dir():
            return folder
    raise BuildError("the tiny site is missing", "install the package again")


def read_templates(*folders: Path) -> dict[str, str]:
    """Read every template, and what files are made of: its name → its text.

    Names are such as `pages/guide.md.j2`, `theme/assets/tailor.js`, `profiles/zendesk.yaml`. Of two
    with one name that of the later folder counts.
    """
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for folder in folders
        for kind in _READ
        for path in sorted(folder.glob(kind))
    }


def own_templates(project: Path) -> dict[str, bytes]:
    """Read what a project has in place of ours: path below `templates/` → content."""
    _, *own = template_folders(project)
    paths = (path for folder in own for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(own[0]).as_posix(): path.read_bytes() for path in paths}


def our_templates() -> dict[str, str]:
    """Read all templates of the program: those of pages, and those that the engine reads."""
    folder = _of_the_program()
    theme = (path for kind in _OF_THEMES for path in sorted(folder.glob(kind)))
    more = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in theme}
    return read_templates(folder) | more


def theme_in(folders: Iterable[Path], room: Path) -> Path:
    """Give the folder of the theme; one with files of a project is put together in a room."""
    themes = [folder / THEME for folder in folders if (folder / THEME).is_dir()]
    if not themes[1:]:
        return themes[0]
    for theme in themes:
        shutil.copytree(theme, room / THEME, dirs_exist_ok=True)
    return room / THEME


def read_phrases(*folders: Path) -> Phrases:
    """Read what the import of articles listens to, and the remarks it writes."""
    return phrases(_last_of(_IMPORTS, folders))


def read_meanings(*folders: Path) -> dict[str, str]:
    """Read what keys mean in the language of authors, by what the model says of them."""
    return dict(_last_of(_KEYS, folders))


def _last_of(name: str, folders: Iterable[Path]) -> Words:
    """Read a file from the last of the folders that have it; what is wrong is a BuildError."""
    *_, last = (path for each in folders if (path := each / name).is_file())
    document = read(f"templates/{name}", last.read_bytes())
    if not isinstance(document, Document):
        problem = document.problems[0]
        place = f"templates/{name}:{problem.place.line}"
        raise BuildError(f"{place}: {problem.message}", problem.hint)
    return cast("Words", document.data)


def words_files(project: Path) -> WordsFiles:
    """Read the files of words: those of the program, and those of a project."""
    own = [project / PROJECT, *sorted((project / WORDS).glob("*.yaml"))]
    found = ((p.relative_to(project).as_posix(), p.read_bytes()) for p in own if p.is_file())
    return WordsFiles(_languages(_of_the_program()), tuple(found))


def languages_there() -> tuple[str, ...]:
    """Name the languages that the program has words in."""
    return tuple(language for language, _ in _languages(_of_the_program()))


def words_file(language: str) -> bytes:
    """Give the file of words in a language of the program; of another there is a BuildError."""
    there = dict(_languages(_of_the_program()))
    if language not in there:
        known = f"there are {listed(sorted(there))}"
        raise BuildError(f"the program has no words in “{language}”", known)
    return there[language]


def read_words(folder: Path, language: str = LANGUAGE) -> Words:
    """Read the words of a language as they are in a folder of templates."""
    words, _ = load_words(WordsFiles(_languages(folder)), language)
    return _spelt(words, SiteInfo(language=language))


@cache
def reference_words() -> Words:
    """Read the words that say which there are, and what comes into each."""
    return load_words(WordsFiles(_languages(_of_the_program())), REFERENCE)[0]


def words_in(files: WordsFiles, site: SiteInfo) -> Words:
    """Lay the words of a project over those of its language; what is wrong is a BuildError."""
    words, problems = load_words(files, site.language)
    for problem in problems:
        if problem.level == "error":
            place = f"{problem.place.path}:{problem.place.line}"
            raise BuildError(f"{place}: {problem.message}", problem.hint)
    return _spelt(words, site)


def _spelt(words: Words, site: SiteInfo) -> Words:
    """Say how numbers are written where the site is read."""
    from guideway.pages.currency import code_of  # noqa: PLC0415 - `check` needs no pages
    from guideway.pages.numerals import numerals_in  # noqa: PLC0415 - the same

    paid = code_of(site.country.partition("-")[0], site.currency)
    return numerals_in(words, site.language, site.country, paid, grouped_late())


def _languages(folder: Path) -> tuple[tuple[str, bytes], ...]:
    paths = sorted((folder / WORDS).glob("*.yaml"))
    return tuple((path.stem, path.read_bytes()) for path in paths)


def _of_the_program() -> Path:
    """Choose those in the wheel, else the checkout's."""
    for folder in (_INSTALLED, _CHECKOUT):
        if (folder / WORDS).is_dir():
            return folder.resolve()
    raise BuildError("the templates are missing", "install the package again")

"""What a project says of its language and its country, over what the program knows of them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from guideway.catalog.load.part import load
from guideway.model.countries import Country, CountryFile
from guideway.model.languages import Language, LanguageFile
from guideway.model.texts import Part
from guideway.problems import Place, Problem
from guideway.problems.files.names import unread_locale
from guideway.source import Unread, read

LANGUAGES, COUNTRIES = FOLDERS = ("languages", "countries")
"""The folders of a project in which one file counts each: that of its language, of its country."""

P = TypeVar("P", bound=Part)
F = TypeVar("F", bound=Part)


def path_of(folder: str, name: str) -> str:
    """Say which file tells of a language or a country, if any is named."""
    return f"{folder}/{name.lower()}.yaml" if name else ""


def spoken(
    own: Iterable[tuple[str, bytes]], language: Language, country: Country
) -> tuple[Language, Country, tuple[Problem, ...]]:
    """Lay the files of a project over what is known; what is wrong with them is told.

    A key of theirs counts whole: a `sentence` of a project leaves nothing of ours.
    """
    files = dict(own)
    paths = path_of(LANGUAGES, language.tag), path_of(COUNTRIES, country.code)
    spoken_, told = _over(language, LanguageFile, paths[0], files)
    there, more = _over(country, CountryFile, paths[1], files)
    return spoken_, there, (*told, *more, *_unread(files, paths))


def _over(
    known: P, kind: type[F], path: str, files: Mapping[str, bytes]
) -> tuple[P, tuple[Problem, ...]]:
    if path not in files:
        return known, ()
    document = read(path, files[path])
    if isinstance(document, Unread):
        return known, document.problems
    loaded = load(kind, document, (), document.data)
    said = loaded.value
    more = {name: getattr(said, name) for name in said.model_fields_set} if said else {}
    return known.model_copy(update=more), (*document.problems, *loaded.problems)


def _unread(files: Mapping[str, bytes], paths: tuple[str, str]) -> Iterator[Problem]:
    """Warn of files that nothing reads: their name is not that of the language or the country."""
    for path in files.keys() - set(paths):
        counts = paths[path.startswith(COUNTRIES)]
        yield unread_locale(Place(path), counts)

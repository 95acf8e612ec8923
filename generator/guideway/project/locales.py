"""Reads what rules know of a language and a country: files of the program, and of a project."""

from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from guideway.catalog.load.locales import FOLDERS
from guideway.model.countries import Country, CountryFile
from guideway.model.languages import Language, LanguageFile
from guideway.model.stemming import PLAIN, Stemming
from guideway.model.texts import Part
from guideway.problems import listed
from guideway.project.build_error import BuildError
from guideway.source import Document, read

_PACKAGE = Path(__file__).parent.parent
_STEMMERS = "languages/stemmers"
P = TypeVar("P", bound=Part)


@cache
def language_of(tag: str) -> Language:
    """Give what the program knows of a language such as `en-GB`, whatever its country."""
    bare = tag.partition("-")[0]
    known = _read(LanguageFile, "languages", bare) or LanguageFile()
    letters = _data(_PACKAGE / "languages" / "alphabets.yaml").get(bare, "")
    return Language(**dict(known), tag=bare, stemming=_stemming(bare), letters=letters)


@cache
def country_of(code: str) -> Country:
    """Give what it knows of a country such as `GB-ENG`, whatever its part."""
    bare = code.partition("-")[0]
    return Country(**dict(_read(CountryFile, "countries", bare) or CountryFile()), code=bare)


@cache
def grouped_late() -> frozenset[str]:
    """Name the locales in which thousands are grouped from five digits on."""
    return frozenset(_data(_PACKAGE / "languages" / "figures" / "grouping.yaml")["late"])


def own_files(project: Path) -> tuple[tuple[str, bytes], ...]:
    """Read the files in which a project says more of both: path and content."""
    found = (path for folder in FOLDERS for path in sorted((project / folder).glob("*")))
    return tuple((p.relative_to(project).as_posix(), p.read_bytes()) for p in found if p.is_file())


def is_there(folder: str, name: str) -> bool:
    """Say whether the program has a file of a language or a country."""
    return (_PACKAGE / folder / f"{name.lower()}.yaml").is_file()


def locale_file(folder: str, name: str) -> bytes:
    """Give a file of the program as it is; of another language or country there is a BuildError."""
    if not is_there(folder, name):
        there = sorted(path.stem for path in (_PACKAGE / folder).glob("*.yaml"))
        known = f"there are {listed(there)}"
        raise BuildError(f"the program has no {folder}/{name.lower()}.yaml", known)
    return (_PACKAGE / folder / f"{name.lower()}.yaml").read_bytes()


def _read(kind: type[P], folder: str, name: str) -> P | None:
    path = _PACKAGE / folder / f"{name.lower()}.yaml"
    return kind.model_validate(_data(path)) if name and path.is_file() else None


@cache
def _stemming(tag: str) -> Stemming | None:
    """Give how the words of a language are brought to their stems; Snowball knows some thirty."""
    folder = _PACKAGE / _STEMMERS
    algorithm = _data(folder / "tags.yaml").get(tag)
    if algorithm is None:
        return None
    names = (algorithm,) if algorithm == PLAIN else ("base", algorithm)
    parts = ((folder / f"{name}.js").read_text("utf-8") for name in names)
    return Stemming(algorithm=algorithm, script="".join(parts))


def _data(path: Path) -> Any:
    found = read(path.name, path.read_bytes())
    if not isinstance(found, Document):
        raise TypeError(f"{path} cannot be read: {found.problems[0].message}")
    return found.data

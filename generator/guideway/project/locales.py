"""Reads what rules know of a language and a country: files that come with the program."""

from functools import cache
from pathlib import Path
from typing import TypeVar

from guideway.model.languages import UNKNOWN_COUNTRY, UNKNOWN_LANGUAGE, Country, Language
from guideway.model.texts import Part
from guideway.source import Document, read

_PACKAGE = Path(__file__).parent.parent
P = TypeVar("P", bound=Part)


@cache
def language_of(tag: str) -> Language:
    """Give what rules know of a language such as `en-GB`, whatever its country."""
    return _read(Language, "languages", tag) or UNKNOWN_LANGUAGE


@cache
def country_of(code: str) -> Country:
    """Give what rules know of a country such as `GB-ENG`, whatever its part."""
    return _read(Country, "countries", code) or UNKNOWN_COUNTRY


def _read(kind: type[P], folder: str, name: str) -> P | None:
    path = _PACKAGE / folder / f"{name.partition('-')[0].lower()}.yaml"
    if not name or not path.is_file():
        return None
    found = read(f"{folder}/{path.name}", path.read_bytes())
    if not isinstance(found, Document):
        raise TypeError(f"{path} cannot be read: {found.problems[0].message}")
    return kind.model_validate(found.data)

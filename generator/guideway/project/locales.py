"""Reads what rules know of a language and a country: files that come with the program."""

from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from guideway.model.languages import UNKNOWN_COUNTRY, UNKNOWN_LANGUAGE, Country, Language
from guideway.model.stemming import Stemming
from guideway.model.texts import Part
from guideway.source import Document, read

_PACKAGE = Path(__file__).parent.parent
_STEMMERS = "languages/stemmers"
P = TypeVar("P", bound=Part)


@cache
def language_of(tag: str) -> Language:
    """Give what is known of a language such as `en-GB`, whatever its country."""
    known = _read(Language, "languages", tag) or UNKNOWN_LANGUAGE
    stemming = _stemming(tag.partition("-")[0])
    if stemming is None:
        return known
    named = known.tag if known is not UNKNOWN_LANGUAGE else tag.partition("-")[0]
    return known.model_copy(update={"tag": named, "stemming": stemming})


@cache
def country_of(code: str) -> Country:
    """Give what rules know of a country such as `GB-ENG`, whatever its part."""
    return _read(Country, "countries", code) or UNKNOWN_COUNTRY


def _read(kind: type[P], folder: str, name: str) -> P | None:
    path = _PACKAGE / folder / f"{name.partition('-')[0].lower()}.yaml"
    return kind.model_validate(_data(path)) if name and path.is_file() else None


@cache
def _stemming(tag: str) -> Stemming | None:
    """Give how the words of a language are brought to their stems; Snowball knows some thirty."""
    folder = _PACKAGE / _STEMMERS
    algorithm = _data(folder / "tags.yaml").get(tag)
    if algorithm is None:
        return None
    parts = ((folder / f"{name}.js").read_text("utf-8") for name in ("base", algorithm))
    return Stemming(algorithm=algorithm, script="".join(parts))


def _data(path: Path) -> Any:
    found = read(path.name, path.read_bytes())
    if not isinstance(found, Document):
        raise TypeError(f"{path} cannot be read: {found.problems[0].message}")
    return found.data

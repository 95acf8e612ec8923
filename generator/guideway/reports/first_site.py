"""The files of a new site: settings, a licence, and one of each kind of content as an example."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from string import Template

from guideway.catalog.load.words import REFERENCE
from guideway.source import Document, read
from guideway.source.quoting import quoted

_LOOKED_AT_AGAIN = timedelta(days=90)
_ROOT = "init/"
_LICENCES = "init/licences.yaml"


@dataclass(frozen=True)
class Decided:
    """What the owner of a new site has decided."""

    name: str
    """How the site is called."""
    language: str
    """The tag of its language; it has its examples, that without a country, or else English."""
    licence: str
    """One of the licences there are to choose from."""
    country: str = ""
    """Whose working days count, if it is anybody's."""
    time_zone: str = "UTC"
    """Whose midnight begins a day."""


def languages(forms: Mapping[str, str]) -> list[str]:
    """List the languages there are examples in."""
    found = {name.split("/")[1] for name in forms if name.startswith(_ROOT)}
    return sorted(name for name in found if "." not in name)


def licences(forms: Mapping[str, str]) -> Mapping[str, Mapping[str, str]]:
    """Give the licences there are to choose from: short name → what the settings say of it."""
    document = read(_LICENCES, forms[_LICENCES].encode())
    if not isinstance(document, Document) or not isinstance(document.data, dict):
        raise TypeError(f"{_LICENCES} cannot be read")
    return document.data


def first_files(decided: Decided, forms: Mapping[str, str], today: date) -> Mapping[str, bytes]:
    """Write the files: path from the project's folder → content."""
    tags, there = (decided.language, decided.language.partition("-")[0]), languages(forms)
    folder = f"{_ROOT}{next((tag for tag in tags if tag in there), REFERENCE)}/"
    licence = json.dumps(licences(forms)[decided.licence], ensure_ascii=False)
    given = {
        "name": quoted(" ".join(decided.name.split())),
        "language": decided.language,
        "licence": licence,
        "country": f"country: {decided.country}" if decided.country else "# country: …",
        "time_zone": decided.time_zone,
        "today": today.isoformat(),
        "review_by": (today + _LOOKED_AT_AGAIN).isoformat(),
    }
    return {
        path.removeprefix(folder): Template(text).substitute(given).encode()
        for path, text in sorted(forms.items())
        if path.startswith(folder)
    }

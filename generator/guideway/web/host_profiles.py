"""What a host lets through when somebody pastes HTML, and how we write our pages in it.

Profiles are data: `templates/profiles/*.yaml`, one for each host, with where its list comes from.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from guideway.source import Document, read

if TYPE_CHECKING:
    from collections.abc import Mapping

_FOLDER = "profiles/"


@dataclass(frozen=True)
class Profile:
    """A host's list, and our way to write for it."""

    tags: Mapping[str, tuple[str, ...]]
    """Elements it lets through, each with its attributes."""
    properties: frozenset[str]
    """CSS properties it lets through in `style`."""
    schemes: frozenset[str]
    """What an address may start with."""
    write: Mapping[str, str]
    """Our element → theirs; see `HostHtml`."""
    looks: Mapping[str, str]
    """A class of ours → the style it has there."""
    links: Mapping[str, str]
    """Attributes of every link that leads to a page."""
    is_scanned: bool
    """Whether a picture of the address stands below, for a phone to read, in place of links."""

    def words_for(self, tag: str, classes: tuple[str, ...], parent: str) -> tuple[str, ...]:
        """Give what is to be written for an element of ours inside another."""
        asked = (tag, classes, parent)
        if asked not in self._found:
            names = [*(f"{tag}.{name}" for name in classes), *(f".{name}" for name in classes)]
            names += [f"{parent}>{tag}", tag]
            known = (self.write[name] for name in names if name in self.write)
            self._found[asked] = tuple(next(known, tag if tag in self.tags else "").split())
        return self._found[asked]

    @cached_property
    def _found(self) -> dict[tuple[str, tuple[str, ...], str], tuple[str, ...]]:
        """What was asked already: a page has thousands of elements of few kinds."""
        return {}


def profiles(templates: Mapping[str, str]) -> Mapping[str, Profile]:
    """Read the profiles by the name of their host."""
    return {
        path.removeprefix(_FOLDER).removesuffix(".yaml"): profile(templates, path)
        for path in templates
        if path.startswith(_FOLDER)
    }


def profile(templates: Mapping[str, str], path: str) -> Profile:
    """Read one of the same shape from another place."""
    document = read(f"templates/{path}", templates[path].encode())
    if not isinstance(document, Document):
        raise TypeError(f"{path}: {document.problems[0].message}")
    data = cast("Mapping[str, Any]", document.data)
    return Profile(
        tags={tag: tuple(attributes) for tag, attributes in data["tags"].items()},
        properties=frozenset(data["properties"]),
        schemes=frozenset(data["schemes"]),
        write=data["write"],
        looks=data["looks"],
        links=data["links"],
        is_scanned=data.get("ends_with") == "scan-code",
    )

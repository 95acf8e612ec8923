"""What a host lets through when somebody pastes HTML, and how we write our pages in it.

Profiles are data: `templates/profiles/*.yaml`, one for each host, with where its list comes from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, cast

from guideway.source import Document, read

_FOLDER = "profiles/"
_NO_ELEMENTS = ("br", "#", "_")


class WayToWrite(NamedTuple):
    """What a host gets for an element of ours."""

    elements: tuple[str, ...]
    """From the outside in."""
    has_break: bool
    """Whether a line ends before it."""
    is_counted: bool
    has_space: bool
    """Whether a space comes after it."""


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

    def way_to_write(self, tag: str, classes: tuple[str, ...], parent: str) -> WayToWrite:
        """Say what is to be written for an element of ours inside another."""
        asked = (tag, classes, parent)
        if asked not in self._ways:
            names = [*(f"{tag}.{name}" for name in classes), *(f".{name}" for name in classes)]
            names += [f"{parent}>{tag}", tag]
            known = (self.write[name] for name in names if name in self.write)
            words = next(known, tag if tag in self.tags else "").split()
            elements = tuple(word for word in words if word not in _NO_ELEMENTS)
            self._ways[asked] = WayToWrite(elements, *(sign in words for sign in _NO_ELEMENTS))
        return self._ways[asked]

    def style_of(self, name: str, classes: tuple[str, ...]) -> str:
        """Give the style of an element of theirs that stands for one of ours, if it has one."""
        asked = (name, classes)
        if asked not in self._styles:
            looks = [self.looks[each] for each in (name, *classes) if each in self.looks]
            is_let = "style" in self.tags.get(name, ())
            self._styles[asked] = ";".join(looks) if is_let else ""
        return self._styles[asked]

    @cached_property
    def _ways(self) -> dict[tuple[str, tuple[str, ...], str], WayToWrite]:
        """What was asked already: a page has thousands of elements of few kinds."""
        return {}

    @cached_property
    def _styles(self) -> dict[tuple[str, tuple[str, ...]], str]:
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

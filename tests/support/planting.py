"""The tiny site with something planted in every text and every address an author can write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

import yaml

from guideway.catalog.entries import Entry
from guideway.catalog.field_texts import fields
from guideway.model.texts import Part, TextKind
from guideway.model.values import is_value
from guideway.reports.examination import examine
from tests.support.data import as_data, read_data
from tests.support.world import DAY, World, amend, read_world

CORPUS = Path(__file__).parents[1] / "build" / "hostile"
STRINGS: list[str] = read_data(CORPUS / "strings.yaml")

_MEANT = re.compile(r"[\\`*_\[\]()<>#!|{}-]")
_NOT_IN_ADDRESS = re.compile(r"""[\s<>"'\\]""")
_TWO = re.compile("[;!,]")
"""What would make two instructions of one."""

_HEARD = frozenset(
    {"promotes", "example", "words", "sites", "said", "mistaken", "instead_of", "tap"}
)
"""Words that others must say to be heard: nothing is planted in them."""

_PLAIN = frozenset({"related"})
"""Reasons, in which markup is a problem: nothing is planted in them either."""


def whole_world() -> World:
    """The tiny site and all it lacks: every kind of text is somewhere."""
    world = read_world()
    more: dict[str, str] = read_data(CORPUS / "everything.yaml")
    for path, fragment in more.items():
        old = world.files.get(path, b"").decode()
        world = world.having(path, amend(old, fragment).encode())
    return world


def planted(world: World, strings: Sequence[str]) -> tuple[World, dict[str, str]]:
    """Plant a string in every text and address; also give where each is: field → string."""
    catalog, problems = examine(world.shelf(), DAY)
    assert problems == ()
    data = {path: as_data(text) for path, text in world.files.items()}
    where: dict[str, str] = {}
    for entry in catalog.entries.values():
        for trail, field, mark in _written(entry.value, ()):
            if any(is_value(str(step)) for step in trail if isinstance(step, str)):
                continue  # a band: nobody wrote it
            string = strings[len(where) % len(strings)]
            where[f"{entry.name}:{'.'.join(map(str, trail))} ({field})"] = string
            _plant(data[entry.document.path], (*entry.trail, *trail), mark, string)
    files = {
        path: yaml.safe_dump(each, allow_unicode=True, width=10**9) for path, each in data.items()
    }
    return World({path: text.encode() for path, text in files.items()}, world.media), where


def kinds_of_texts(kind: type[Part]) -> set[str]:
    """Name every field of a part, and of the parts in it, that holds a text or an address."""
    found: set[str] = set()
    waiting, seen = [kind], {kind}
    while waiting:
        part = waiting.pop()
        for name, field in part.model_fields.items():
            mark = dict(fields(part))[name]
            if isinstance(mark, TextKind) or _is_address(part, name):
                found.add(f"{part.__name__}.{name}")
            new = set(_parts(field.annotation)) - seen
            seen |= new
            waiting += new
    return found


def _parts(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inside in get_args(annotation):
        yield from _parts(inside)


def _is_address(part: type[Part], name: str) -> bool:
    field = part.model_fields[name]
    return "^https://" in f"{field.annotation} {field.metadata}"


_SMALL = frozenset({"Option.short", "Case.label", "Situation.short", "Question.unit"})
"""Texts of so few characters that nothing can be planted behind what is there."""

Spot = tuple[tuple[str | int, ...], str, TextKind | None]


def _written(value: object, trail: tuple[str | int, ...]) -> Iterator[Spot]:
    """List every text and address in a part: the way to it, its field, its mark."""
    if not isinstance(value, Part):
        return
    for name, mark in fields(type(value)):
        field = f"{type(value).__name__}.{name}"
        text = mark if isinstance(mark, TextKind) else None
        if name == "file" or field in _SMALL:
            continue  # the path of a picture, which has a form of its own
        if text or _is_address(type(value), name):
            yield from ((way, field, text) for way in _leaves(getattr(value, name), (*trail, name)))
        else:
            for inner, way in _inside(getattr(value, name), (*trail, name)):
                yield from _written(inner, way)


def _leaves(value: object, trail: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    for inner, way in _inside(value, trail):
        if isinstance(inner, str):
            yield way


def _inside(
    value: object, trail: tuple[str | int, ...]
) -> Iterator[tuple[object, tuple[str | int, ...]]]:
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _inside(item, (*trail, number))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _inside(item, (*trail, name))
    else:
        yield value, trail


def _plant(data: Any, trail: tuple[str | int, ...], mark: TextKind | None, string: str) -> None:
    """Write it behind what is there; a part may be written as its first text alone."""
    *way, last = trail
    for step in way:
        if isinstance(data[step], str):
            last = step
            break
        data = data[step]
    if isinstance(data, list) and not isinstance(last, int):
        last = next(step for step in reversed(trail) if isinstance(step, int))
    if trail[-1] == "do":
        string = _TWO.sub("", string)
    data[last] = _with(str(data[last]), mark, string, kept=not (_HEARD | _PLAIN).isdisjoint(trail))


def _with(old: str, mark: TextKind | None, string: str, *, kept: bool) -> str:
    if mark is None:
        return f"{old}?x={_NOT_IN_ADDRESS.sub('', string)}"
    if kept:
        return old
    line = " ".join(string.split()).replace("`", "")
    if mark.markup == "plain":
        return f"{old} `{line}`"
    if mark.markup == "letter":
        return f"{old} {_MEANT.sub(_as_itself, line.replace('{', '(').replace('}', ')'))}"
    return f"{old} {_MEANT.sub(_as_itself, line)} `{line}`"


def _as_itself(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"


def pieces(world: World) -> dict[str, Entry[Part]]:
    """Everything in a world, by name."""
    return dict(examine(world.shelf(), DAY)[0].entries)

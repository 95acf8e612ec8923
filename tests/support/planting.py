"""The tiny site with something planted in every text and every address an author can write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

import yaml

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText, fields
from guideway.model.texts import Part, TextKind
from guideway.model.values import is_value
from guideway.related.sentences import fault
from guideway.reports.examination import examine
from guideway.rules import raw_html, typed_address, unfinished
from tests.support.data import as_data, read_data
from tests.support.world import DAY, World, amend, read_world

CORPUS = Path(__file__).parents[1] / "build" / "hostile"
STRINGS: list[str] = read_data(CORPUS / "strings.yaml")

_MEANT = re.compile(r"[\\`*_\[\]()<>#!|{}-]")
_NOT_IN_ADDRESS = re.compile(r"""[\s<>"'\\]""")
_TWO = re.compile("[;!,]")
"""What would make two instructions of one."""

_ROOM = {
    **dict.fromkeys(("Option.short", "Situation.short"), 4),
    **dict.fromkeys(("Case.label", "Question.unit", "Input.short", "Input.unit"), 8),
    "Working.label": 8,
}
"""Texts of so few characters that a string takes the place of what is there."""

_COUNTED = {"Working.unit", "Threshold.unit"}
"""Units that formulas hold against each other: another one is another number."""

Spot = tuple[tuple[str | int, ...], str, str, TextKind | None]
"""The way to a text or address in an entry, its field, what it says, its mark."""

_FORMED = {"phone", "site"}
"""Media of channels whose values have a form of their own."""

_REFUSED_BY = (raw_html.check_text, typed_address.check_text, unfinished.check_text)
"""Rules for which another string is taken; what another rule refuses is told by a test."""

_MEANING = {
    **dict.fromkeys(("Help.words", "Cry.said", "Cry.unless"), "{"),
    **dict.fromkeys(("Guide.aliases", "WarningPage.aliases"), ";"),
}
"""Signs that mean something in a text: the words of a list, the end of a name."""


def whole_world() -> World:
    """The tiny site and all it lacks: every kind of text is somewhere."""
    world = read_world()
    more: dict[str, str] = read_data(CORPUS / "everything.yaml")
    for path, fragment in more.items():
        old = world.files.get(path, b"").decode()
        world = world.having(path, amend(old, fragment).encode())
    return world


def planted(world: World, strings: Sequence[str], everywhere: str) -> tuple[World, dict[str, str]]:
    """Plant a string in every text and address; also give where each is: field → string.

    It is the one planted least so far of those that no rule refuses there. What is to be
    `everywhere` stands before it where a text has room and may hold code.
    """
    catalog, problems = examine(world.shelf(), DAY)
    assert problems == ()
    data = {path: as_data(text) for path, text in world.files.items()}
    times = dict.fromkeys(strings, 0)
    where: dict[str, str] = {}
    ways: dict[str, str] = {}
    for entry in catalog.entries.values():
        for spot in _written(entry.value, ()):
            trail, field, old, _ = spot
            if any(is_value(str(step)) for step in trail if isinstance(step, str)):
                continue  # a band: nobody wrote it
            if field == "Channel.value" and getattr(entry.value, "medium", "") in _FORMED:
                continue  # a number, or a site: anything else is refused
            if field == "Tap.tap" and old not in ways:
                continue  # a tap is a piece of its record's way, of which the last is planted
            order = [ways[old]] if field == "Tap.tap" else _order(spot, times)
            string, text = next(_passing(catalog, entry, spot, order, everywhere))
            times[string] += 1
            where[f"{entry.name}:{'.'.join(map(str, trail))} ({field})"] = string
            _plant(data[entry.document.path], (*entry.trail, *trail), text)
            if field == "Channel.value" and "→" in old:
                ways[old.rpartition("→")[2].strip()] = string
    files = {
        path: yaml.safe_dump(each, allow_unicode=True, sort_keys=False, width=10**9)
        for path, each in data.items()
    }
    return World({path: text.encode() for path, text in files.items()}, world.media), where


def _order(spot: Spot, times: Mapping[str, int]) -> list[str]:
    """Put what was planted least first; where little can stand, what ends an attribute."""
    trail, field, *_ = spot
    is_narrow = "related" in trail or field in _ROOM
    return sorted(times, key=lambda each: (is_narrow and not {*"\"'"} & {*each}, times[each]))


def _passing(
    catalog: Catalog, entry: Entry[Part], spot: Spot, strings: Iterable[str], before: str
) -> Iterator[tuple[str, str]]:
    """Give the strings that can stand in a place, with the text that is written there."""
    trail, field, _, mark = spot
    for string in strings:
        for text in _texts(spot, string, before):
            said = FieldText(trail, text, mark or TextKind("plain", is_verbatim=True))
            is_refused = mark and any(any(ask(catalog, entry, said)) for ask in _REFUSED_BY)
            is_no_reason = "related" in trail and fault(text)
            means_more = _MEANING.get(field, "\0") in text
            is_long = len(text) > _ROOM.get(field, len(text))
            if not (is_refused or is_no_reason or means_more or is_long):
                yield string, text


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


def _written(value: object, trail: tuple[str | int, ...]) -> Iterator[Spot]:
    """List every text and address in a part: the way to it, its field, what it says, its mark."""
    if not isinstance(value, Part):
        return
    for name, mark in fields(type(value)):
        field = f"{type(value).__name__}.{name}"
        text = mark if isinstance(mark, TextKind) else None
        if name == "file" or field in _COUNTED:
            continue  # the path of a picture, which has a form of its own
        if text or _is_address(type(value), name):
            for inner, way in _inside(getattr(value, name), (*trail, name)):
                if isinstance(inner, str):
                    yield way, field, inner, text
        else:
            for inner, way in _inside(getattr(value, name), (*trail, name)):
                yield from _written(inner, way)


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


def _plant(data: Any, trail: tuple[str | int, ...], text: str) -> None:
    """Write it in place of what is there; a part may be written as its first text alone."""
    *way, last = trail
    for step in way:
        if isinstance(data[step], str):
            last = step
            break
        data = data[step]
    if isinstance(data, list) and not isinstance(last, int):
        last = next(step for step in reversed(trail) if isinstance(step, int))
    data[last] = text


def _texts(spot: Spot, string: str, before: str) -> Iterator[str]:
    """Write a string behind what a text says, in each way that its kind of text allows."""
    trail, field, old, mark = spot
    line = " ".join(string.split()).replace("`", "")
    if trail[-1] == "do":
        line = _TWO.sub("", line)
    if mark is None:
        yield f"{old}?x={_NOT_IN_ADDRESS.sub('', string)}".rstrip(";")
    elif "related" in trail:
        yield f"{old} {line}"
    elif room := _ROOM.get(field):
        yield from (f"{old[: max(0, room - len(each))]}{each}" for each in (f"`{line}`", line))
    elif mark.markup == "plain":
        yield f"{old} `{before} {line}`"
    elif mark.markup == "letter":
        letter = f"{before} {line}".replace("{", "(").replace("}", ")")
        yield f"{old} {_MEANT.sub(_as_itself, letter)}"
    else:
        yield f"{old} `{before}` {_MEANT.sub(_as_itself, line)} `{line}`"


def _as_itself(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"


def pieces(world: World) -> dict[str, Entry[Part]]:
    """Everything in a world, by name."""
    return dict(examine(world.shelf(), DAY)[0].entries)

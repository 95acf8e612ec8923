"""What is in one document: a single piece, or many under their ids."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guideway.catalog.load import Filed
from guideway.catalog.load.meant import meant_id
from guideway.model.places import Category, Term
from guideway.model.records import RECORD_KINDS
from guideway.model.texts import Part
from guideway.problems import Problem, near
from guideway.problems.files.slips import wrong_indent
from guideway.problems.files.values import bad_value, missing_key, unknown_key, wrong_type
from guideway.source import Document, Trail

LISTS = {"topics": "topic", "actions": "action", "audiences": "audience", "owners": "owner"}
"""The keys of `topics.yaml`, and the kind of what stands under each."""

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_RECORD_KEYS = {name for kind in RECORD_KINDS.values() for name in kind.model_fields}
_RECORD_ID = re.compile(r"[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*)+")
_RECORD_WORDS = 3
"""Kind, whom it belongs to, and what it is."""


@dataclass(frozen=True)
class Piece:
    """A mapping that should be one piece of the vocabulary."""

    name: str
    part: type[Part]
    trail: Trail
    data: object


def pieces(filed: Filed, document: Document) -> Iterator[Piece | Problem]:
    """List what a document holds, and what is wrong with the way it is laid out."""
    if filed.part is not None:
        yield Piece(f"{filed.kind}.{filed.name}", filed.part, (), document.data)
    elif filed.kind == "record":
        yield from _records(document)
    elif filed.kind == "term":
        yield from _under_ids(document, (), "term", Term)
    else:
        yield from _categories(document)


def kinds_lost(filed: Filed) -> tuple[str, ...]:
    """Name the kinds any of whose pieces may have been in an unreadable file."""
    many = {"record": tuple(RECORD_KINDS), "term": ("term",), "category": tuple(LISTS.values())}
    return many.get(filed.kind, ())


def _records(document: Document) -> Iterator[Piece | Problem]:
    written = _mapping(document.data)
    for name, data in written.items():
        part = RECORD_KINDS.get(name.partition(".")[0])
        if part is None or not _RECORD_ID.fullmatch(name):
            if name in _RECORD_KEYS:
                what = "this line starts too far left"
                yield wrong_indent(document.key_place((name,)), what, f"  {name}: …")
                continue
            kind = near(name.partition(".")[0], RECORD_KINDS) if part is None else ""
            meant = _meant_record(name)
            hint = kind or "such as “channel.keeper.hotline” or “law.bridge.3”"
            hint = f"write “{meant}”" if meant else hint
            yield bad_value(document.key_place((name,)), f"“{name}” is no record id", hint)
            if meant and meant not in written:
                yield Piece(meant, RECORD_KINDS[meant.partition(".")[0]], (name,), data)
        else:
            yield Piece(name, part, (name,), data)


def _meant_record(name: str) -> str:
    """Give the id that was meant with other signs between its words: `channel-keeper-hotline`."""
    words = re.split(r"[\s._:/-]+", name.lower())
    has_dots = name.count(".") >= _RECORD_WORDS - 1
    meant = re.sub(r"[\s_]+", "-", name.lower()) if has_dots else ".".join(words)
    is_one = words[0] in RECORD_KINDS and (has_dots or len(words) == _RECORD_WORDS)
    return meant if is_one and _RECORD_ID.fullmatch(meant) else ""


def _categories(document: Document) -> Iterator[Piece | Problem]:
    data = _mapping(document.data)
    for key in data.keys() - LISTS.keys():
        hint = near(key, LISTS) or f"the keys here are {', '.join(sorted(LISTS))}"
        yield unknown_key(document.key_place((key,)), key, hint)
    for key, kind in LISTS.items():
        if key in data:
            yield from _under_ids(document, (key,), kind, Category)
        elif not any(near(other, [key]) for other in data):
            yield missing_key(document.place(()), key, "the closed list of " + key)


def _under_ids(
    document: Document, trail: Trail, kind: str, part: type[Part]
) -> Iterator[Piece | Problem]:
    data = _mapping(document.data)
    listed = data[str(trail[0])] if trail else data
    if not isinstance(listed, dict):
        if tuple(trail) in document.broken:
            return
        found = "a list" if isinstance(listed, list) else "a text"
        yield wrong_type(document.place(trail), "a mapping of ids", found, "such as {some-id: {…}}")
        return
    for name, value in _mapping(listed).items():
        if _ID.fullmatch(name):
            yield Piece(f"{kind}.{name}", part, (*trail, name), value)
        else:
            meant = meant_id(name, rf"^{_ID.pattern}$")
            hint = f"write “{meant}”" if meant else "lower-case words joined by hyphens"
            yield bad_value(document.key_place((*trail, name)), f"“{name}” is no id", hint)


def _mapping(data: object) -> dict[str, object]:
    return data if isinstance(data, dict) else {}

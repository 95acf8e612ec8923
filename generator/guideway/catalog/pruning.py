"""A piece of the vocabulary without what refers to something that is not there."""

import re
from collections.abc import Container
from typing import TypeVar

from guideway.catalog.field_texts import fields
from guideway.catalog.references import mentioned
from guideway.model.texts import Part, Refers, TextKind

P = TypeVar("P", bound=Part)

_PARAGRAPH = re.compile(r"\n[ \t]*\n")


def without(part: P, gone: Container[str]) -> P | None:
    """Leave out what refers to one of the names; nothing if the rest cannot stand.

    The smallest piece goes that can: an entry of a list, a paragraph, an optional value. A
    statement whose every citation goes rests on nothing, and goes as well.
    """
    changed: dict[str, object] = {}
    for name, mark in fields(type(part)):
        old = getattr(part, name)
        new = _value(old, mark, gone)
        if new is old:
            continue
        field = type(part).model_fields[name]
        if new is None or _is_too_short(part, name, new):
            if field.is_required() or name == "cites":
                return None
            new = field.get_default(call_default_factory=True)
        changed[name] = new
    if not changed:
        return part
    left = part.model_copy(update=changed)
    return left if left.stands() else None


def _value(value: object, mark: TextKind | Refers | None, gone: Container[str]) -> object:
    if isinstance(value, Part):
        return without(value, gone)
    if isinstance(value, str):
        return _text(value, mark, gone)
    if isinstance(value, tuple):
        items = [_value(item, mark, gone) for item in value]
        same = all(new is old for new, old in zip(items, value, strict=True))
        return value if same else tuple(item for item in items if item is not None)
    if isinstance(value, dict):
        kept = {key: _value(item, mark, gone) for key, item in value.items()}
        if None in kept.values():
            return None
        return value if all(kept[key] is value[key] for key in kept) else kept
    return value


def _text(text: str, mark: TextKind | Refers | None, gone: Container[str]) -> str | None:
    if not any(name in gone for name in mentioned(text, mark)):
        return text
    if not isinstance(mark, TextKind) or mark.markup not in {"prose", "letter"}:
        return None
    kept = [
        paragraph
        for paragraph in _PARAGRAPH.split(text)
        if not any(name in gone for name in mentioned(paragraph, mark))
    ]
    return "\n\n".join(kept) or None


def _is_too_short(part: Part, name: str, value: object) -> bool:
    """An empty list where there was something: a list that needs an entry, or all citations."""
    needed = any(getattr(rule, "min_length", 0) for rule in type(part).model_fields[name].metadata)
    return value == () and (needed or name == "cites")

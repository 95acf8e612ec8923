"""What the vocabulary says about the keys at a place."""

from collections.abc import Iterator
from typing import get_args, get_origin

from guideway.model.texts import Part
from guideway.source import Trail


def keys_at(kind: type[Part], trail: Trail) -> list[str]:
    """List the keys of the mapping at `trail` inside a `kind`."""
    found = _kind_at(kind, trail)
    return list(found.model_fields) if found else []


def meaning_at(kind: type[Part], trail: Trail) -> str:
    """Give the first sentence of what the key at `trail` means."""
    found = _kind_at(kind, trail[:-1])
    field = found.model_fields.get(str(trail[-1])) if found else None
    return (field.description or "").split("\n", maxsplit=1)[0] if field else ""


def _kind_at(kind: type[Part], trail: Trail) -> type[Part] | None:
    found: type[Part] | None = kind
    is_mapping = False
    for name in trail:
        if isinstance(name, int) or found is None or is_mapping:
            is_mapping = False  # an entry of a list or a mapping is of the kind found last
            continue
        field = found.model_fields.get(name)
        found = next(_parts(field.annotation), None) if field else None
        is_mapping = field is not None and get_origin(field.annotation) is dict
    return found


def _parts(annotation: object) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for argument in get_args(annotation):
        yield from _parts(argument)

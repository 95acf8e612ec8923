"""What the vocabulary says about the keys at a place."""

from collections.abc import Iterable, Iterator
from typing import get_args, get_origin

from guideway.catalog.field_texts import fields
from guideway.catalog.load.filing import DEFINED_IN
from guideway.model.meanings import meanings_of
from guideway.model.texts import Part, Refers, Reviewed
from guideway.source import Trail


def keys_at(kind: type[Part], trail: Trail) -> list[str]:
    """List the keys of the mapping at `trail` inside a `kind`."""
    found = _kind_at(kind, trail)
    return list(found.model_fields) if found else []


def meaning_at(kind: type[Part], trail: Trail) -> str:
    """Give the first sentence of what the key at `trail` means."""
    found = _kind_at(kind, trail[:-1])
    meaning = meanings_of(found).get(str(trail[-1]), "") if found else ""
    return meaning.split("\n", maxsplit=1)[0]


def defined_at(kind: type[Part], trail: Trail) -> str:
    """Say where the names that belong at `trail` are defined; empty if they are no names."""
    *way, key = (name for name in trail if isinstance(name, str))
    found = _kind_at(kind, tuple(way))
    mark = dict(fields(found)).get(key) if found else None
    return DEFINED_IN.get(mark.kind, "") if isinstance(mark, Refers) else ""


def pattern_at(kind: type[Part], trail: Trail) -> str:
    """Give the pattern of the text at `trail`; empty if it may say anything."""
    *way, key = (name for name in trail if isinstance(name, str))
    found = _kind_at(kind, tuple(way))
    field = found.model_fields.get(key) if found else None
    return next(_patterns((field.annotation, *field.metadata)), "") if field else ""


def _patterns(marks: Iterable[object]) -> Iterator[str]:
    for mark in marks:
        if isinstance(pattern := getattr(mark, "pattern", None), str):
            yield pattern
        yield from _patterns((*get_args(mark), *getattr(mark, "__metadata__", ())))


def shape_at(kind: type[Part], trail: Trail) -> str:
    """Show what belongs at `trail`: `{text: …, signs: […]}`, or `- {what: …}` of a list of them."""
    annotation: object = _kind_at(kind, trail)
    if trail and isinstance(trail[-1], str):
        owner = _kind_at(kind, trail[:-1])
        field = owner.model_fields.get(trail[-1]) if owner else None
        annotation = field.annotation if field else None
    part = next(_parts(annotation), None)
    if part is None:
        return ""
    fields = part.model_fields
    needed = {name: field for name, field in fields.items() if field.is_required()} or fields
    pairs = ", ".join(
        f"{field.alias or name}: {_value(field.annotation)}" for name, field in needed.items()
    )
    if get_origin(annotation) is dict:
        return f"{{some-id: {{{pairs}}}}}"
    return f"- {{{pairs}}}" if get_origin(annotation) is tuple else f"{{{pairs}}}"


def _value(annotation: object) -> str:
    origin = get_origin(annotation)
    return "[…]" if origin is tuple else "{…}" if origin is dict or any(_parts(annotation)) else "…"


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


def key_order(kind: type[Part]) -> list[str]:
    """The order in which the keys of a file are written: as the vocabulary has them.

    That it is a draft stands first. When it was looked at stands behind what it is called and asked
    for, or at the end; whom it is for in need stands before its other names.
    """
    names = [field.alias or name for name, field in kind.model_fields.items()]
    reviewed = [name for name in names if name in Reviewed.model_fields]
    urgent = [name for name in ("emergency", "care") if name in names and "aliases" in names]
    rest = [name for name in names if name not in {*reviewed, *urgent}]
    end = rest.index("asked") + 1 if "asked" in rest else len(rest)
    start = rest.index("aliases") if urgent else 0
    draft = [name for name in reviewed if name == "draft"]
    looked_at = [name for name in reviewed if name != "draft"]
    return [*draft, *rest[:start], *urgent, *rest[start:end], *looked_at, *rest[end:]]

"""What a task was done with, part by part: each with a sum, so that two times can be compared."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from guideway.project.sums import sum_of

Parts = Mapping[str, bytes]
"""What a part is called, such as `templates\0pages/guide.md.j2` → its sum."""

_DEEP = 3
"""So far down a value is taken apart: a download has a kit, that has templates, each has a name."""


def parts_of(value: object, name: str = "", deep: int = _DEEP) -> dict[str, bytes]:
    """Take a value apart and sum up its parts; what has no named parts is one."""
    inside = _inside(value)
    if inside is None or not deep:
        return {name: sum_of(value)}
    found: dict[str, bytes] = {}
    for key, part in inside.items():
        found |= parts_of(part, f"{name}\0{key}" if name else key, deep - 1)
    return found


def _inside(value: object) -> Mapping[str, Any] | None:
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: getattr(value, each.name) for each in fields(value) if each.compare}
    if isinstance(value, Mapping) and all(isinstance(key, str) for key in value):
        return value
    return None

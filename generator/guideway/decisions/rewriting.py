"""A piece of the vocabulary with other conditions in it."""

from collections.abc import Callable
from typing import TypeVar, cast

from guideway.decisions.tailoring import conditional
from guideway.model.conditions import (
    All,
    Any,
    Condition,
    Is,
    Not,
    alternatives,
    joined,
    opposite,
)
from guideway.model.texts import Part

P = TypeVar("P", bound=Part)


def with_conditions(part: P, change: Callable[[Is], Condition]) -> P:
    """Put something else for every answer that a condition in a part looks at."""
    return cast("P", _value(part, lambda condition: changed(condition, change)))


def changed(condition: Condition, change: Callable[[Is], Condition]) -> Condition:
    """Put something else for every answer that a condition looks at."""
    match condition:
        case Is():
            return change(condition)
        case All(parts):
            return joined([changed(part, change) for part in parts])
        case Any(parts):
            return alternatives([changed(part, change) for part in parts]) or condition
        case Not(part):
            return opposite(changed(part, change))


def _value(value: object, change: Callable[[Condition], Condition]) -> object:
    if isinstance(value, Condition):
        return change(value)
    if isinstance(value, Part):
        names = conditional(type(value))
        return value.model_copy(
            update={name: _value(getattr(value, name), change) for name in names}
        )
    if isinstance(value, tuple):
        return tuple(_value(item, change) for item in value)
    if isinstance(value, dict):
        return {key: _value(item, change) for key, item in value.items()}
    return value

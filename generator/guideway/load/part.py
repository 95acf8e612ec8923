"""One mapping of a document → one piece of the vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import ValidationError

from guideway.load.wording import problems_of
from guideway.model.texts import Part

if TYPE_CHECKING:
    from guideway.problems import Problem
    from guideway.source import Document, Trail

P = TypeVar("P", bound=Part)


@dataclass(frozen=True)
class Loaded(Generic[P]):
    """What came of a mapping: the value if it could be read, and what is wrong with it."""

    value: P | None
    problems: tuple[Problem, ...]


def load(kind: type[P], document: Document, trail: Trail, data: object) -> Loaded[P]:
    """Read the mapping at `trail` as a piece of the given kind."""
    try:
        value = kind.model_validate(data)
    except ValidationError as error:
        return Loaded(None, problems_of(error, kind, document, trail))
    broken = any(spot[: len(trail)] == trail for spot in document.broken)
    return Loaded(None if broken else value, ())

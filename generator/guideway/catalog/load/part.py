"""One mapping of a document → one piece of the vocabulary."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from guideway.catalog.load.findings import findings_of
from guideway.catalog.load.mend import mended
from guideway.catalog.load.wording import problems_of
from guideway.model.cases import cases_in
from guideway.model.texts import Part
from guideway.problems import Problem
from guideway.source import Document, Trail

P = TypeVar("P", bound=Part)


@dataclass(frozen=True)
class Loaded(Generic[P]):
    """What came of a mapping, and what is wrong with it.

    With problems, the value is a draft: the mistakes are taken out, so that the rest can be
    checked. It is nothing if too little is left.
    """

    value: P | None
    problems: tuple[Problem, ...]


def load(kind: type[P], document: Document, trail: Trail, data: object) -> Loaded[P]:
    """Read the mapping at `trail` as a piece of the given kind."""
    try:
        return Loaded(kind.model_validate(data, context=cases_in(data)), ())
    except ValidationError as error:
        findings = findings_of(error)
        problems = problems_of(findings, kind, document, trail)
        return Loaded(_draft(kind, mended(data, findings)), problems)


def _draft(kind: type[P], data: object) -> P | None:
    try:
        return kind.model_validate(data, context=cases_in(data))
    except ValidationError:
        return None

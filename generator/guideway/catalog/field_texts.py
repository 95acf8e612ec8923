"""Every text and every reference in a piece of the vocabulary, with the way to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, get_args

from guideway.model.inline import Link, Node, Oddity, links_of, oddities, paragraphs, shown
from guideway.model.texts import Part, Refers, TextKind
from guideway.source import Trail


@dataclass(frozen=True)
class FieldText:
    """One text or name an author wrote, what the vocabulary says it is, and what is found in it.

    It is read once: who looks at it again finds what was read.
    """

    trail: Trail
    value: str
    mark: TextKind | Refers

    @property
    def is_of_others(self) -> bool:
        """Whether it is what others claim or readers type: it may be wrong."""
        is_claim = isinstance(self.mark, TextKind) and self.mark.is_claim
        return is_claim or not _TYPED_BY_READERS.isdisjoint(self.trail)

    @cached_property
    def paragraphs(self) -> tuple[tuple[Node, ...], ...]:
        """Its inline Markdown, paragraph by paragraph."""
        return paragraphs(self.value)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link in it, in order."""
        if "](" not in self.value:
            return ()
        return tuple(link for paragraph in self.paragraphs for link in links_of(paragraph))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The shown characters, piece by piece: everything but the targets of links."""
        return tuple(piece for paragraph in self.paragraphs for piece in shown(paragraph))

    @cached_property
    def oddities(self) -> tuple[Oddity, ...]:
        """What is neither text nor allowed markup."""
        return tuple(oddities(self.value, self.paragraphs))


_TYPED_BY_READERS = {"aliases", "asked"}


def walk(part: Part) -> tuple[FieldText, ...]:
    """List everything an author wrote in a part that the vocabulary has a mark for."""
    return tuple(_walk(part, ()))


@cache
def fields(kind: type[Part]) -> tuple[tuple[str, TextKind | Refers | None], ...]:
    """List the fields of a part with the mark of what is written in each."""
    return tuple(
        (name, next(_marks((field.annotation, *field.metadata)), None))
        for name, field in kind.model_fields.items()
    )


def _walk(value: object, trail: Trail) -> Iterator[FieldText]:
    if isinstance(value, Part):
        for name, mark in fields(type(value)):
            yield from _field(getattr(value, name), (*trail, name), mark)


def _field(value: object, trail: Trail, mark: TextKind | Refers | None) -> Iterator[FieldText]:
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _field(item, (*trail, number), mark)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _field(item, (*trail, name), mark)
    elif isinstance(value, str) and mark is not None:
        yield FieldText(trail, value, mark)
    else:
        yield from _walk(value, trail)


def _marks(annotation: Any) -> Iterator[TextKind | Refers]:
    """Find the mark in an annotation, however deep: `Annotated`, optional, list."""
    inside = annotation if isinstance(annotation, tuple) else get_args(annotation)
    for part in inside:
        if isinstance(part, (TextKind, Refers)):
            yield part
        else:
            yield from _marks(part)
    if hasattr(annotation, "__metadata__"):
        yield from (
            mark for mark in annotation.__metadata__ if isinstance(mark, (TextKind, Refers))
        )

"""Every text and every reference in a piece of the vocabulary, with the way to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, ForwardRef, get_args

from guideway.model.fences import SIGN, Block
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
    def sentences(self) -> tuple[str, ...]:
        """The same without lines of code: what is held against the rules of a language."""
        if SIGN not in self.value:
            return self.words
        return tuple(piece for paragraph in self._read for piece in shown(paragraph))

    @property
    def said(self) -> str:
        """What is read of it: a line for each paragraph, without lines of code."""
        return "\n".join("".join(shown(paragraph)) for paragraph in self._read)

    @property
    def _read(self) -> Iterator[tuple[Node, ...]]:
        for paragraph in self.paragraphs:
            if not any(isinstance(node, Block) for node in paragraph):
                yield paragraph

    @cached_property
    def oddities(self) -> tuple[Oddity, ...]:
        """What is neither text nor allowed markup."""
        return tuple(oddities(self.value, self.paragraphs))


_TYPED_BY_READERS = {"aliases", "asked"}


def walk(part: Part) -> tuple[FieldText, ...]:
    """List everything an author wrote in a part that the vocabulary has a mark for."""
    found: list[FieldText] = []
    _walk(part, (), found)
    return tuple(found)


@cache
def fields(kind: type[Part]) -> tuple[tuple[str, TextKind | Refers | None], ...]:
    """List the fields of a part with the mark of what is written in each."""
    return tuple(
        (name, next(_marks((field.annotation, *field.metadata)), None))
        for name, field in kind.model_fields.items()
    )


def _walk(part: Part, trail: Trail, found: list[FieldText]) -> None:
    if part.is_made:
        return
    for name, mark in _written(type(part)):
        _field(getattr(part, name), (*trail, name), mark, found)


def _field(
    value: object, trail: Trail, mark: TextKind | Refers | None, found: list[FieldText]
) -> None:
    if isinstance(value, str):
        if mark is not None:
            found.append(FieldText(trail, value, mark))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            _field(item, (*trail, number), mark, found)
    elif isinstance(value, dict):
        for name, item in value.items():
            _field(item, (*trail, name), mark, found)
    elif isinstance(value, Part):
        _walk(value, trail, found)


@cache
def _written(kind: type[Part]) -> tuple[tuple[str, TextKind | Refers | None], ...]:
    """List the fields in which an author can write something that has a mark, however deep."""
    annotations = {name: field.annotation for name, field in kind.model_fields.items()}
    return tuple(
        (name, mark) for name, mark in fields(kind) if mark or _holds_parts(annotations[name])
    )


def _holds_parts(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return True
    return isinstance(annotation, ForwardRef) or any(map(_holds_parts, get_args(annotation)))


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

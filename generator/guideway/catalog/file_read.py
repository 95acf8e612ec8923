"""What is in one file: its pieces, each loaded, and what is wrong with them."""

from collections.abc import Callable
from dataclasses import dataclass

from guideway.catalog.contents import Piece, pieces
from guideway.catalog.entries import Entry
from guideway.catalog.load import Filed, load
from guideway.catalog.misplaced import misplaced
from guideway.model.texts import Part
from guideway.problems import Problem
from guideway.source import Document, Unread, read


@dataclass(frozen=True)
class LoadedPiece:
    """A piece as far as it could be loaded."""

    piece: Piece
    entry: Entry[Part] | None
    """Nothing, if it could not."""
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class FileRead:
    """A file of content that was read."""

    document: Document | Unread
    found: tuple[LoadedPiece | Problem, ...] = ()
    """Its pieces in their order, and what is wrong with the way they are laid out."""


ReadFile = Callable[[Filed, str, bytes], FileRead]
"""Reads a file, or knows what was read of the same before."""


def read_file(filed: Filed, path: str, content: bytes) -> FileRead:
    """Read the file at a path, which is `filed` as something."""
    document = read(path, content)
    if isinstance(document, Unread):
        return FileRead(document)
    if lost := next(misplaced(filed, document), None):
        return FileRead(document, (lost,))
    found = (
        each if isinstance(each, Problem) else _loaded(each, document)
        for each in pieces(filed, document)
    )
    return FileRead(document, tuple(found))


def _loaded(piece: Piece, document: Document) -> LoadedPiece:
    loaded = load(piece.part, document, piece.trail, piece.data)
    if loaded.value is None:
        return LoadedPiece(piece, None, tuple(loaded.problems))
    entry = Entry(piece.name, loaded.value, document, piece.trail)
    return LoadedPiece(piece, entry, tuple(loaded.problems))

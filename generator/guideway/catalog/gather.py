"""Documents → Catalog and problems."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from guideway.catalog.contents import kinds_lost
from guideway.catalog.entries import Catalog, Entry
from guideway.catalog.file_read import LoadedPiece, ReadFile, read_file
from guideway.catalog.load import Filed, file_of
from guideway.catalog.load.words import WordsFiles
from guideway.catalog.names import odd_names
from guideway.model.countries import UNKNOWN_COUNTRY, Country
from guideway.model.languages import UNKNOWN_LANGUAGE, Language
from guideway.model.texts import Part, Reviewed
from guideway.problems import Place, Problem, capped
from guideway.problems.files.names import duplicate_id, not_a_file, outside_project, unread_file
from guideway.source import Document, Trail, Unread

_DRAFT = re.compile(rb"^draft:[ \t]+(?:true|yes|on)\b", re.MULTILINE | re.IGNORECASE)
"""Known also of a file that cannot be read yet."""


@dataclass(frozen=True)
class ContentFiles:
    """What lies in a project's `content/` folder, as it was found."""

    files: Mapping[str, bytes]
    """YAML files: path from the project folder, with `/` → content."""
    media: Mapping[str, bytes] = field(default_factory=dict)
    """Paths below `content/media/` → content."""
    outside: frozenset[str] = frozenset()
    """Paths that are links out of the project."""
    odd: frozenset[str] = frozenset()
    """Paths that are no files: links that lead nowhere, pipes."""
    unread: frozenset[str] = frozenset()
    """Paths of files that are no YAML: what an editor left, a note, a table."""
    settings: bytes | None = None
    """What is in `mkdocs.yml`; nothing if nobody has looked."""
    trusted: bool = False
    """Whether the maintainer has said that it may hold anything."""
    language: Language = UNKNOWN_LANGUAGE
    """What rules know of the language that the settings name."""
    country: Country = UNKNOWN_COUNTRY
    """What they know of the country."""
    spoken: tuple[tuple[str, bytes], ...] = ()
    """Files in which the project says more of both: path and content."""
    told: tuple[Problem, ...] = ()
    """What is wrong with these."""
    words: WordsFiles = field(default_factory=WordsFiles)
    """The words of the interface."""


@dataclass
class _Gathering:
    entries: dict[str, Entry[Part]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    unread_kinds: set[str] = field(default_factory=set)
    firsts: dict[str, tuple[Document, Trail]] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def gather(shelf: ContentFiles, read: ReadFile = read_file) -> tuple[Catalog, tuple[Problem, ...]]:
    """Read everything on the shelf; `read` reads a file, or knows what was in it."""
    found = _Gathering()
    found.problems += [outside_project(Place(path)) for path in shelf.outside]
    found.problems += [not_a_file(Place(path)) for path in shelf.odd]
    found.problems += [unread_file(Place(path), path) for path in shelf.unread]
    odd = list(odd_names([*shelf.files, *(f"content/media/{path}" for path in shelf.media)]))
    found.problems += odd
    misnamed = {problem.place.path for problem in odd}
    for path in sorted(shelf.files):
        filed = file_of(path)
        if path in misnamed:
            _lose(found, filed)
        elif isinstance(filed, Problem):
            found.problems.append(filed)
        else:
            before = len(found.problems)
            _add_file(found, filed, path, shelf.files[path], read)
            found.problems[before:] = capped(found.problems[before:])
    in_order = dict(sorted(found.entries.items(), key=lambda item: _order(item[1])))
    unread, kinds = frozenset(found.unread), frozenset(found.unread_kinds)
    catalog = Catalog(in_order, unread, kinds, found.drafts, shelf.media)
    spoken = replace(catalog, language=shelf.language, country=shelf.country)
    return spoken, tuple(found.problems)


def _order(entry: Entry[Part]) -> tuple[object, ...]:
    """By kind and name; topics, actions, audiences and owners as they are written."""
    listed = entry.kind in {"topic", "action", "audience", "owner"}
    return (entry.kind, "" if listed else entry.name)


def _add_file(found: _Gathering, filed: Filed, path: str, content: bytes, read: ReadFile) -> None:
    if filed.part is not None and issubclass(filed.part, Reviewed) and _DRAFT.search(content):
        found.drafts[f"{filed.kind}.{filed.name}"] = path
    file = read(filed, path, content)
    found.problems.extend(file.document.problems)
    if isinstance(file.document, Unread):
        _lose(found, filed)
        return
    for each in file.found:
        if isinstance(each, Problem):
            found.problems.append(each)
        else:
            _add_piece(found, each, file.document)


def _lose(found: _Gathering, filed: Filed | Problem) -> None:
    """Remember what is there and cannot be read, so that links to it are not called broken."""
    if isinstance(filed, Problem):
        return
    found.unread_kinds.update(kinds_lost(filed))
    if filed.part is not None:
        found.unread.add(f"{filed.kind}.{filed.name}")


def _add_piece(found: _Gathering, loaded: LoadedPiece, document: Document) -> None:
    piece = loaded.piece
    if piece.name in found.firsts:
        first = _named(*found.firsts[piece.name])
        written = str(piece.trail[-1]) if piece.trail else piece.name.partition(".")[2]
        found.problems.append(duplicate_id(_named(document, piece.trail), written, first))
        return
    found.firsts[piece.name] = document, piece.trail
    found.problems.extend(loaded.problems)
    if loaded.entry is None:
        found.unread.add(piece.name)
    else:
        found.entries[piece.name] = loaded.entry
        if getattr(loaded.entry.value, "draft", False):  # however it is written
            found.drafts[piece.name] = document.path


def _named(document: Document, trail: Trail) -> Place:
    """Where a piece gets its name: its key, or the file."""
    return document.key_place(trail) if trail else Place(document.path)

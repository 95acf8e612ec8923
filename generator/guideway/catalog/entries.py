"""The catalog: what the checks and the pages look things up in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar, cast

from guideway.catalog.field_texts import FieldText, walk
from guideway.catalog.kept import Keeping
from guideway.model.addresses import Addresses
from guideway.model.care import Care
from guideway.model.countries import UNKNOWN_COUNTRY, Country
from guideway.model.decisions import Decision, GoldenPaths
from guideway.model.guides import Guide
from guideway.model.help import Help
from guideway.model.home import HomePage
from guideway.model.languages import UNKNOWN_LANGUAGE, Language
from guideway.model.places import Article, Category, Provider, Term
from guideway.model.policy import Backlog, Policy
from guideway.model.records import RECORD_KINDS, Fact
from guideway.model.synonyms import Synonyms
from guideway.model.texts import Part, Refers, TextKind
from guideway.model.warnings import WarningPage
from guideway.model.wording import Wordings
from guideway.problems import Place
from guideway.source import Document, Trail

P_co = TypeVar("P_co", bound=Part, covariant=True)

_HEADER = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?")
"""What stands before the lines of a text, and is no part of it."""

KINDS = (
    *("guide", "decision", "warning", "provider", "article", "term"),
    *("topic", "action", "audience", "owner"),
    *RECORD_KINDS,
)
"""The first word of every name."""


@dataclass(frozen=True, eq=False)
class Entry(Keeping, Generic[P_co]):
    """One piece of the vocabulary, its name, and where it was written."""

    name: str
    """Kind, dot, id: `guide.bridge`. Of a record, its id."""
    value: P_co
    document: Document
    trail: Trail = ()
    """Where in its document it starts."""
    pruned: frozenset[str] = frozenset()
    """The names that have gone with what rested on them, as of the catalog's day."""
    taken_in: tuple[str, ...] = ()
    """What values of other pieces have made of this one, such as the bands of a question."""

    @property
    def kind(self) -> str:
        """The first word of the name."""
        return self.name.partition(".")[0]

    @property
    def id(self) -> str:
        """The name without its kind."""
        return self.name.partition(".")[2]

    @cached_property
    def written(self) -> tuple[FieldText, ...]:
        """Its texts and references; every rule asks for them."""
        return walk(self.value)

    @cached_property
    def texts(self) -> tuple[FieldText, ...]:
        """Its texts."""
        return tuple(found for found in self.written if isinstance(found.mark, TextKind))

    @cached_property
    def names(self) -> tuple[FieldText, ...]:
        """The names it refers to in fields of their own."""
        return tuple(found for found in self.written if isinstance(found.mark, Refers))

    def place(self, *trail: str | int) -> Place:
        """Find a value inside this piece."""
        return self.document.place((*self.trail, *trail))

    def key_place(self, *trail: str | int) -> Place:
        """Find the key of a value inside this piece."""
        return self.document.key_place((*self.trail, *trail))

    def place_of(self, snippet: str, *trail: str | int) -> Place:
        """Find a few characters inside a value; the value, if no line of it has them."""
        place = self.place(*trail)
        start = place.line + bool(_HEADER.fullmatch(place.text, place.column - 1))
        for number, line in enumerate(self.document.lines[start - 1 :], start):
            column = line.find(snippet, place.column - 1 if number == place.line else 0)
            if column >= 0:
                return Place(place.path, number, column + 1, len(snippet), line)
            if number > place.line and line.strip() and _indent(line) <= _indent(place.text):
                break
        return place


@dataclass(frozen=True)
class Catalog(Keeping):
    """Everything that could be read, by name, and what else exists."""

    entries: Mapping[str, Entry[Part]]
    unread: frozenset[str] = frozenset()
    """Names that exist but could not be read, so that nobody calls links to them broken."""
    unread_kinds: frozenset[str] = frozenset()
    """Kinds of which a whole file could not be read: any of their names may exist."""
    drafts: Mapping[str, str] = field(default_factory=dict)
    """Names of what is not finished → the path of its file; it may not have been read."""
    media: Mapping[str, bytes] = field(default_factory=dict)
    """The files below `content/media/`: path → content, cut where it is too large to be read."""
    day: date = date.min
    """The day it is looked at: for which the site is built, on which reviews are due."""
    today: date = date.min
    """The day on which it is looked at; what was checked later has not been checked yet."""
    language: Language = UNKNOWN_LANGUAGE
    """What rules know of the language it is written in."""
    country: Country = UNKNOWN_COUNTRY
    """What rules know of the country it is about."""

    def get(self, name: str) -> Entry[Part] | None:
        """Look up a name."""
        return self.entries.get(name)

    def may_exist(self, name: str) -> bool:
        """Say whether a reference to this name can be right."""
        kind = name.partition(".")[0]
        return name in self.entries or name in self.unread or kind in self.unread_kinds

    def names(self, kind: str) -> tuple[str, ...]:
        """List all names of a kind, sorted."""
        return self.kept(_names).get(kind, ())

    @property
    def guides(self) -> tuple[Entry[Guide], ...]:
        """All guides, by name."""
        return self._of(Guide)

    @property
    def providers(self) -> tuple[Entry[Provider], ...]:
        """All providers, by name."""
        return self._of(Provider)

    @property
    def decisions(self) -> tuple[Entry[Decision], ...]:
        """All decisions, by name."""
        return self._of(Decision)

    @property
    def warnings(self) -> tuple[Entry[WarningPage], ...]:
        """All warning pages, by name."""
        return self._of(WarningPage)

    @property
    def addresses(self) -> tuple[Entry[Addresses], ...]:
        """The places that were ever published, if they are listed."""
        return self._of(Addresses)

    @property
    def policies(self) -> tuple[Entry[Policy], ...]:
        """The content policy, if there is one."""
        return self._of(Policy)

    @property
    def backlogs(self) -> tuple[Entry[Backlog], ...]:
        """The titles people asked for, if there are any."""
        return self._of(Backlog)

    @property
    def homes(self) -> tuple[Entry[HomePage], ...]:
        """The way in, if it was written."""
        return self._of(HomePage)

    @property
    def helps(self) -> tuple[Entry[Help], ...]:
        """What is offered to a cry for help, if there is any."""
        return self._of(Help)

    @property
    def cares(self) -> tuple[Entry[Care], ...]:
        """What the site knows about people in distress, if it was written."""
        return self._of(Care)

    @property
    def synonyms(self) -> tuple[Entry[Synonyms], ...]:
        """What the search knows about words, if it was written."""
        return self._of(Synonyms)

    @property
    def wordings(self) -> tuple[Entry[Wordings], ...]:
        """The words we have chosen, if they were written down."""
        return self._of(Wordings)

    @property
    def golden(self) -> tuple[Entry[GoldenPaths], ...]:
        """All files of golden paths; each has the id of its decision."""
        return self._of(GoldenPaths)

    @property
    def articles(self) -> tuple[Entry[Article], ...]:
        """All articles, by name."""
        return self._of(Article)

    @property
    def terms(self) -> tuple[Entry[Term], ...]:
        """All glossary terms, by name."""
        return self._of(Term)

    @property
    def records(self) -> tuple[Entry[Fact], ...]:
        """All records, by name."""
        return self._of(Fact)

    @cached_property
    def mistaken(self) -> tuple[Entry[Fact], ...]:
        """The records for which wrong values circulate."""
        return tuple(entry for entry in self.records if entry.value.mistaken)

    def categories(self, kind: str) -> tuple[Entry[Category], ...]:
        """All topics, actions, audiences or owners, in the order in which they were written."""
        return tuple(entry for entry in self._of(Category) if entry.kind == kind)

    def _of(self, part: type[P_co]) -> tuple[Entry[P_co], ...]:
        return cast("tuple[Entry[P_co], ...]", self.kept(_by_part).get(part, ()))


def _by_part(catalog: Catalog) -> dict[type, tuple[Entry[Part], ...]]:
    """Sort the entries by what they are, and by what that is a kind of."""
    found: dict[type, list[Entry[Part]]] = {}
    for entry in catalog.entries.values():
        for part in type(entry.value).__mro__:
            found.setdefault(part, []).append(entry)
    return {part: tuple(entries) for part, entries in found.items()}


def _names(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in sorted({*catalog.entries, *catalog.unread}):
        found.setdefault(name.partition(".")[0], []).append(name)
    return {kind: tuple(names) for kind, names in found.items()}


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())

"""All that is wrong with a shelf of content, and the catalog of what could be read."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from guideway.catalog import Catalog, ContentFiles, gather
from guideway.catalog.file_read import ReadFile, read_file
from guideway.catalog.load.settings import ignored, load_settings, place_of_setting
from guideway.catalog.load.words import load_words, say_the_same
from guideway.catalog.paying import lacks_units, paid_in
from guideway.decisions.banding import banded
from guideway.decisions.carrying import looking
from guideway.decisions.grouping import grouped
from guideway.decisions.ticking import ticked
from guideway.model.settings import Own
from guideway.model.words import LANGUAGE
from guideway.problems import Problem
from guideway.reports.alike import as_one
from guideway.reports.following import without_followers
from guideway.reports.left_to_do import as_unfinished
from guideway.reports.named_settings import held, unknown_named
from guideway.reports.silences import silenced
from guideway.rules import Look, check, in_piece


def examine(
    shelf: ContentFiles,
    day: date,
    today: date = date.min,
    read: ReadFile = read_file,
    look: Look = in_piece,
) -> tuple[Catalog, tuple[Problem, ...]]:
    """Read everything and find everything that is wrong with it on a day, sorted by place.

    What is not in force that day is examined as well: it will be, or was. `today` is the day on
    which this happens, where it is another one: a site of last year holds what was checked since.
    `read` reads a file, or knows what was in it; `look` finds what is wrong with a piece.
    """
    catalog, unreadable = catalog_of(shelf, day, today, read)
    own: Own | None = None
    if shelf.settings is not None:
        own, told = _settings(shelf.settings, trusted=shelf.trusted, spoken=shelf.spoken)
        unreadable += told
    unreadable += (*shelf.told, *_words(shelf, own.language if own else LANGUAGE))
    documents = {entry.document.path: entry.document for entry in catalog.entries.values()}
    found = without_followers(unreadable, held(check(catalog, look), own), documents)
    told = silenced(as_unfinished(catalog, found), documents.values(), max(day, today))
    return catalog, tuple(sorted(as_one(_unfinished(catalog, told))))


def catalog_of(
    shelf: ContentFiles, day: date, today: date, read: ReadFile = read_file
) -> tuple[Catalog, tuple[Problem, ...]]:
    """Read everything as of a day, and find what cannot be read; no rule has seen it."""
    gathered, unreadable = gather(shelf, read)
    asked = replace(gathered, day=day, today=today)
    found = looking(grouped(_paid(asked) if lacks_units(asked) else asked))
    return ticked(banded(found)), unreadable


def _paid(catalog: Catalog) -> Catalog:
    """Say the unit of sums that say none, if the site says what is paid with."""
    from guideway.pages.currency import unit_of  # noqa: PLC0415 - few sums need it; pages load much

    country = catalog.country
    unit = unit_of(catalog.language, country.code, country.currency or "")
    return paid_in(catalog, unit) if unit else catalog


def settings_problems(content: bytes) -> tuple[Problem, ...]:
    """Find everything that is wrong with settings alone."""
    return _settings(content, trusted=False)[1]


def _settings(
    content: bytes, *, trusted: bool, spoken: tuple[tuple[str, bytes], ...] = ()
) -> tuple[Own | None, tuple[Problem, ...]]:
    """Read what a project has decided; what it says is held against what there is."""
    settings, told = load_settings(content)
    own = settings.guideway if settings else None
    if trusted:
        return own, tuple(ignored(content))
    return own, (*told, *(unknown_named(content, own, spoken) if own else ()))


def _words(shelf: ContentFiles, language: str) -> tuple[Problem, ...]:
    """Find what is wrong with the words of the interface."""
    if not shelf.words.ours or say_the_same(shelf.words, language):
        return ()
    place = place_of_setting(shelf.settings or b"", "guideway", "language")
    return load_words(shelf.words, language, place)[1]


def _unfinished(catalog: Catalog, problems: Iterable[Problem]) -> Iterator[Problem]:
    """What is wrong with a draft is what is left to do: it stops nothing."""
    paths = set(catalog.drafts.values())
    paths |= {e.document.path for e in catalog.golden if f"decision.{e.id}" in catalog.drafts}
    for problem in problems:
        yield replace(problem, level="warning") if problem.place.path in paths else problem

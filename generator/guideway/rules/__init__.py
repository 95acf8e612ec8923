"""What can be wrong with guides that could be read.

One rule per module: its docstring is the page an author is sent to, its name with hyphens is the
code. `check` finds the problems in a catalog; a rule that looks at every text, link or reference
is given each of them, read, by `check_text`, `check_link` and `check_reference`. All texts are
gone through once for all rules. Rules do not know each other.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from itertools import chain
from pkgutil import iter_modules
from typing import Protocol, cast

from guideway.catalog import Catalog, Entry
from guideway.catalog.references import references
from guideway.model.texts import Part
from guideway.problems import Problem, capped

_Asked = tuple[tuple[str, Callable[..., Iterable[Problem]]], ...]
"""The rules that look at something: code and function."""


class Rule(Protocol):
    """A module of this package; it has one or more of the functions that are named above."""

    __doc__: str


def rules() -> dict[str, Rule]:
    """Find the rules, by code."""
    found = sorted(module.name for module in iter_modules(__path__))
    return {
        name.replace("_", "-"): cast("Rule", import_module(f"{__name__}.{name}")) for name in found
    }


def check(catalog: Catalog) -> tuple[Problem, ...]:
    """Hold the whole catalog against every rule."""
    return tuple(chain.from_iterable(found(catalog).values()))


def found(catalog: Catalog) -> Mapping[str, tuple[Problem, ...]]:
    """Hold the whole catalog against every rule; code → problems, such as `{"no-route": ()}`."""
    told: dict[str, list[Problem]] = {code: [] for code in rules()}
    for code, check_all in _asked("check"):
        told[code] += capped(check_all(catalog))
    of_text, of_link = _asked("check_text"), _asked("check_link")
    of_reference = _asked("check_reference")
    for entry in catalog.entries.values():
        for code, problem in chain(
            _in_texts(catalog, entry, of_text, of_link),
            _in_references(catalog, entry, of_reference),
        ):
            told[code].append(problem)
    return {code: capped(problems) for code, problems in told.items()}


def _asked(function: str) -> _Asked:
    every = ((code, getattr(rule, function, None)) for code, rule in rules().items())
    return tuple((code, asked) for code, asked in every if asked)


def _in_texts(
    catalog: Catalog, entry: Entry[Part], of_text: _Asked, of_link: _Asked
) -> Iterator[tuple[str, Problem]]:
    for text in entry.texts:
        for code, check_text in of_text:
            for problem in check_text(catalog, entry, text):
                yield code, problem
        for link in text.links:
            for code, check_link in of_link:
                for problem in check_link(catalog, entry, text, link):
                    yield code, problem


def _in_references(
    catalog: Catalog, entry: Entry[Part], of_reference: _Asked
) -> Iterator[tuple[str, Problem]]:
    for reference in references(entry):
        for code, check_reference in of_reference:
            for problem in check_reference(catalog, entry, reference):
                yield code, problem

"""What can be wrong with guides that could be read.

One rule per module: its docstring is the page an author is sent to, its name with hyphens is the
code. `check` finds the problems in a catalog; a rule that looks at every text, link or reference
is given each of them, read, by `check_text`, `check_link` and `check_reference`. All texts are
gone through once for all rules. Rules do not know each other.

Packages that are installed beside us can bring rules of their own: each is named under the entry
points `guideway.rules`, its code → its module. One that has the code of ours takes its place.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from itertools import chain
from pkgutil import iter_modules
from types import SimpleNamespace
from typing import Protocol, cast

from guideway.catalog import Catalog, Entry
from guideway.catalog.references import references
from guideway.model.texts import Part
from guideway.problems import Place, Problem, capped
from guideway.problems.files.settings import unknown_setting

_GROUP = "guideway.rules"
"""The entry points that bring rules."""

_Asked = tuple[tuple[str, Callable[..., Iterable[Problem]]], ...]
"""The rules that look at something: code and function."""


class Rule(Protocol):
    """A module of this package; it has one or more of the functions that are named above."""

    __doc__: str


@cache
def rules() -> Mapping[str, Rule]:
    """Find the rules, by code."""
    ours = {module.name.replace("_", "-"): module.name for module in iter_modules(__path__)}
    found = {code: cast("Rule", import_module(f"{__name__}.{ours[code]}")) for code in sorted(ours)}
    return {**found, **{each.name: _brought(each) for each in entry_points(group=_GROUP)}}


def _brought(point: EntryPoint) -> Rule:
    """Load a rule of another package; one that cannot be loaded is told, not a reason to stop."""
    try:
        return cast("Rule", point.load())
    except Exception as error:  # noqa: BLE001 - whatever is wrong with it, we are not
        told = f"the rule “{point.name}” cannot be loaded: {type(error).__name__}: {error}"
        problem = unknown_setting(Place(point.value), told, "mend its package, or uninstall it")
        return cast("Rule", SimpleNamespace(__doc__=told, check=lambda _: [problem]))


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

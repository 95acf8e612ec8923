"""What can be wrong with guides that could be read.

One rule per module: its docstring is the page an author is sent to, its name with hyphens is the
code. `check` finds the problems in a catalog; a rule that looks at every text, link or reference
is given each of them, read, by `check_text`, `check_link` and `check_reference`, and one that looks
at pieces one by one is given each by `check_piece`. All texts are gone through once for all rules.
Rules do not know each other.

What rules find in one piece is kept from run to run. So all of these but `check` look up nothing
besides the piece but pieces that are no pages, names, and the day; where the piece is a decision,
other decisions and their golden paths as well. Those of other packages are asked each time.

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

Finding = tuple[str, Problem]
"""The code of a rule, and what it has found."""

Look = Callable[[Catalog, Entry[Part]], Iterable[Finding]]
"""Finds what is wrong with a piece, or knows what was."""

_Asked = tuple[tuple[str, Callable[..., Iterable[Problem]]], ...]
"""The rules that look at something: code and function."""


class Rule(Protocol):
    """A module of this package; it has one or more of the functions that are named above."""

    __doc__: str


class RuleBook(dict[str, Rule]):
    """The rules, by code: ours, and those that are brought, which may take the place of ours."""

    def __init__(self, ours: Mapping[str, Rule], brought: Mapping[str, Rule]) -> None:
        super().__init__({**ours, **brought})
        self._brought = frozenset(brought)
        self._known: dict[tuple[str, bool | None], _Asked] = {}

    def asked(self, function: str, *, brought: bool | None = None) -> _Asked:
        """List those that have a function: all, or ours, or those that are brought."""
        if (function, brought) not in self._known:
            chosen = [code for code in self if brought in {None, code in self._brought}]
            every = ((code, getattr(self[code], function, None)) for code in chosen)
            found = tuple((code, asked) for code, asked in every if asked)
            self._known[function, brought] = found
        return self._known[function, brought]


@cache
def rules() -> RuleBook:
    """Find the rules."""
    ours = {module.name.replace("_", "-"): module.name for module in iter_modules(__path__)}
    found = {code: cast("Rule", import_module(f"{__name__}.{ours[code]}")) for code in sorted(ours)}
    return RuleBook(found, {each.name: _brought(each) for each in entry_points(group=_GROUP)})


def _brought(point: EntryPoint) -> Rule:
    """Load a rule of another package; one that cannot be loaded is told, not a reason to stop."""
    try:
        return cast("Rule", point.load())
    except Exception as error:  # noqa: BLE001 - whatever is wrong with it, we are not
        told = f"the rule “{point.name}” cannot be loaded: {type(error).__name__}: {error}"
        problem = unknown_setting(Place(point.value), told, "mend its package, or uninstall it")
        return cast("Rule", SimpleNamespace(__doc__=told, check=lambda _: [problem]))


def in_piece(catalog: Catalog, entry: Entry[Part]) -> Iterator[Finding]:
    """Hold one piece against our rules of pieces, texts, links and references."""
    return _in_piece(catalog, entry, brought=False)


def of_pieces() -> tuple[str, ...]:
    """List the codes of the rules that `in_piece` asks: a package may have taken a place."""
    return tuple(
        sorted({code for name in _OF_PIECES for code, _ in rules().asked(name, brought=False)})
    )


_OF_PIECES = ("check_piece", "check_text", "check_link", "check_reference")
"""What rules are called by that look at one piece."""


def check(catalog: Catalog, look: Look = in_piece) -> tuple[Problem, ...]:
    """Hold the whole catalog against every rule; `look` finds what is wrong with a piece."""
    return tuple(chain.from_iterable(found(catalog, look).values()))


def found(catalog: Catalog, look: Look = in_piece) -> Mapping[str, tuple[Problem, ...]]:
    """Hold the whole catalog against every rule; code → problems, such as `{"no-route": ()}`."""
    told: dict[str, list[Problem]] = {code: [] for code in rules()}
    for code, check_all in rules().asked("check"):
        told[code] += capped(check_all(catalog))
    for entry in catalog.entries.values():
        for code, problem in chain(look(catalog, entry), _in_piece(catalog, entry, brought=True)):
            told[code].append(problem)
    return {code: capped(problems) for code, problems in told.items()}


def _in_piece(catalog: Catalog, entry: Entry[Part], *, brought: bool) -> Iterator[Finding]:
    """Go through a piece once, for our rules or for those that are brought."""
    for code, check_piece in rules().asked("check_piece", brought=brought):
        for problem in check_piece(catalog, entry):
            yield code, problem
    of_text = rules().asked("check_text", brought=brought)
    of_link = rules().asked("check_link", brought=brought)
    if of_text or of_link:
        yield from _in_texts(catalog, entry, of_text, of_link)
    for code, check_reference in rules().asked("check_reference", brought=brought):
        for reference in references(entry):
            for problem in check_reference(catalog, entry, reference):
                yield code, problem


def _in_texts(
    catalog: Catalog, entry: Entry[Part], of_text: _Asked, of_link: _Asked
) -> Iterator[Finding]:
    for text in entry.texts:
        for code, check_text in of_text:
            for problem in check_text(catalog, entry, text):
                yield code, problem
        for link in text.links:
            for code, check_link in of_link:
                for problem in check_link(catalog, entry, text, link):
                    yield code, problem

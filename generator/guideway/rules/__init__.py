"""What can be wrong with content that could be read: one rule per module.

Its docstring is the page an author is sent to, its `check` finds the problems, its name with
hyphens is the code. Rules do not know each other.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol, cast

from guideway.problems import capped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideway.catalog import Catalog
    from guideway.problems import Problem


class Rule(Protocol):
    """A module of this package."""

    __doc__: str

    @staticmethod
    def check(catalog: Catalog) -> Iterator[Problem]:
        """Find every place that breaks the rule."""


def rules() -> dict[str, Rule]:
    """Find the rules, by code."""
    found = sorted(module.name for module in iter_modules(__path__))
    return {
        name.replace("_", "-"): cast("Rule", import_module(f"{__name__}.{name}")) for name in found
    }


def check(catalog: Catalog) -> tuple[Problem, ...]:
    """Hold the whole catalog against every rule."""
    return tuple(problem for rule in rules().values() for problem in capped(rule.check(catalog)))

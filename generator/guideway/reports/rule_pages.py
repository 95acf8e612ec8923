"""The pages about problems: every fault and every rule, as its module describes it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from inspect import cleandoc
from pkgutil import iter_modules

from guideway import rules
from guideway.problems import files


@dataclass(frozen=True)
class RulePage:
    """What an author reads about one code."""

    code: str
    text: str

    @property
    def title(self) -> str:
        """The rule in one sentence."""
        return self.text.partition("\n\n")[0].replace("\n", " ")


_HEAD = """# Every problem, and what to do about it

Written by `make schema` from the modules that find them.
"""


def pages() -> dict[str, RulePage]:
    """Collect the pages of all faults and rules, by code."""
    found = [
        RulePage(
            module.name.replace("_", "-"),
            cleandoc(import_module(f"{room.__name__}.{module.name}").__doc__ or ""),
        )
        for room in (files, rules)
        for module in iter_modules(room.__path__)
    ]
    return {page.code: page for page in sorted(found, key=lambda page: page.code)}


def handbook() -> str:
    """Put all pages into one Markdown text: `docs/problems.md`."""
    return _HEAD + "".join(f"\n## {page.code}\n\n{page.text}\n" for page in pages().values())

"""The pages about problems: every fault and every rule, as its docstring describes it."""

from dataclasses import dataclass
from importlib import import_module
from inspect import cleandoc, getmembers, isfunction
from itertools import chain
from pkgutil import iter_modules

from guideway.problems import files
from guideway.rules import rules


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
    names = (room.name for room in iter_modules(files.__path__))
    rooms = (import_module(f"{files.__name__}.{name}") for name in names)
    faults = dict(chain.from_iterable(getmembers(room, isfunction) for room in rooms))
    texts = {name.replace("_", "-"): fault.__doc__ for name, fault in faults.items()}
    texts |= {code: rule.__doc__ for code, rule in rules().items()}
    return {code: RulePage(code, cleandoc(texts[code] or "")) for code in sorted(texts)}


def handbook() -> str:
    """Put all pages into one Markdown text: `docs/problems.md`."""
    return _HEAD + "".join(f"\n## {page.code}\n\n{page.text}\n" for page in pages().values())

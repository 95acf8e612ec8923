"""Lists and mappings that are still open while a file is read, and what was meant by entries."""

import re
from dataclasses import dataclass, field, replace

from guideway.problems import Place, Problem
from guideway.problems.files.slips import wrong_indent, wrong_sign
from guideway.source.places import Trail

_SEVERAL = re.compile(
    "[^\u3001\uff1b\uff0c\u3002\u201c\uff08;]{1,12}([\u3001\uff1b;])[^\uff0c\u3002\u201c\uff08]{1,40}"
)
"""What is one text for YAML, and several entries for whoever typed it."""
_WORD = "[^\u3001\uff1b\uff0c\u3002\uff1a\uff1f\uff01\u201c\uff08 ]{1,8}"
_PERHAPS = re.compile(f"{_WORD}(\uff0c){_WORD}(?:\uff0c{_WORD})*")
"""The same, or a short sentence: between quotes it is one."""
STEP = 2
"""How much further right something starts than what it belongs to."""


@dataclass
class Level:
    """A list or mapping that is still open."""

    trail: Trail
    data: dict[str, object] | list[object]
    key: str | None = None
    """The key whose value comes next; only in a mapping."""
    lost: bool = False
    """The value that comes next belongs to a key written before, so it is dropped."""
    lines: dict[str, int] = field(default_factory=dict)
    """Key → the line it stands on, from 1."""
    is_entry: bool = False
    """Whether it stands in a list."""
    opened: Place | None = None
    """Where its bracket is, if it is a list that has one."""
    lacks_dash: bool = False
    """Whether what comes twice in it is told: a dash is missing, or a key is too far right."""
    is_bare: bool = False
    """Whether what came last had no quotes."""
    strayed: int = 0
    """The line of the last entry that belongs to an empty key further right."""


def next_trail(level: Level | None) -> Trail:
    """Give the way to the value that comes next."""
    if level is None:
        return ()
    if isinstance(level.data, list):
        return (*level.trail, len(level.data))
    twice = ("written twice",) if level.lost else ()
    return (*level.trail, level.key or "", *twice)


def as_several(level: Level) -> Problem | None:
    """Tell a list in brackets with one entry that lists several."""
    only = level.data[0] if isinstance(level.data, list) and len(level.data) == 1 else None
    if not level.opened or not isinstance(only, str):
        return None
    sure, perhaps = _SEVERAL.fullmatch(only), _PERHAPS.fullmatch(only) if level.is_bare else None
    found = sure or perhaps
    if found is None:
        return None
    line = level.opened.text
    right = line.replace(only, ", ".join(re.split("[\u3001\uff1b\uff0c;]", only))).strip()
    told = wrong_sign(level.opened, found[1], right)
    hint = told.hint if sure else f"{told.hint}; a sentence with a comma in it stands in quotes"
    return replace(told, hint=hint, level="warning")


def stray_list(empty: Problem | None, entry: Place, below: str) -> Problem | None:
    """Tell the first entry of a list that stands further left than the empty key above it.

    `empty` is what was told of that key, `below` the line behind the entry.
    """
    if empty is None or empty.place.line != entry.line - 1:
        return None
    key, bare = empty.place.text.lstrip(" -"), entry.text.lstrip(" ")
    depth, dash = len(empty.place.text) - len(key), len(entry.text) - len(bare)
    if depth <= dash or not bare.startswith("- "):
        return None
    more = ", like those below it" if below.startswith(f"{' ' * dash}- ") else ""
    what = f"this entry of “{key.partition(':')[0]}” starts too far left{more}"
    place = Place(entry.path, entry.line, dash + 1, len(bare), entry.text)
    return wrong_indent(place, what, " " * (depth + STEP) + bare)

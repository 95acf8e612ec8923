"""Which scripts a page loads, in order: a line of each says what has to come before it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from guideway.catalog import Entry
from guideway.model.fences import SIGN
from guideway.model.texts import Part
from guideway.pages.page import Context, Page

Needs = Mapping[str, tuple[str, ...]]
"""Name of a script → the names of those it needs, also of those that the build writes."""

ALONE = ("store", "guideway", "fragment")
"""What a page of ours begins with, also one that is a file by itself."""

EVERYWHERE = frozenset({*ALONE, "scheme", "search", "frame"})
"""What every page of the website loads, in the order of `templates/theme/`."""

_WRITTEN = re.compile(r"(?:theme/assets|embeds)/(?P<name>[a-z-]+)\.js")
_LINE = re.compile(r"^/\* needs: (?P<names>[a-z-]+(?:, [a-z-]+)*) \*/$", re.MULTILINE)


def needs_of(templates: Mapping[str, str]) -> Needs:
    """Read what each script needs: `theme/assets/rates.js` → `{"rates": ("guideway", "data")}`."""
    found = ((_WRITTEN.fullmatch(path), text) for path, text in templates.items())
    return {match["name"]: _needs(text) for match, text in found if match}


def in_order(names: Iterable[str], needs: Needs) -> tuple[str, ...]:
    """Give scripts with all that they need, each once and after what it needs."""
    found: dict[str, None] = {}
    for name in names:
        _add(name, needs, found, ())
    return tuple(found)


def with_scripts(page: Page[Context], needs: Needs) -> Page[Context]:
    """Let a page name all that it loads besides what every page does, now and later, in order.

    Whatever kind of page has code in its texts lets its readers copy it.
    """
    asked = (*page.scripts, *(("code",) if _has_code(page) else ()))
    now = [name for name in in_order(asked, needs) if name not in EVERYWHERE]
    known = EVERYWHERE.union(now)
    later = [name for name in in_order(page.later, needs) if name not in known]
    return replace(page, scripts=tuple(now), later=tuple(later))


def _has_code(page: Page[Context]) -> bool:
    """Whether something of its own is to be copied; a sheet has the instructions alone."""
    entry = page.context.entry
    return entry is not None and page.kind != "sheet" and entry.kept(_is_fenced)


def _is_fenced(entry: Entry[Part]) -> bool:
    return any(SIGN in text.value for text in entry.texts)


def _needs(text: str) -> tuple[str, ...]:
    line = _LINE.search(text)
    return tuple(line["names"].split(", ")) if line else ()


def _add(name: str, needs: Needs, found: dict[str, None], waiting: tuple[str, ...]) -> None:
    if name in found:
        return
    if name in waiting:
        raise ValueError(f"scripts need each other: {', '.join([*waiting, name])}")
    for needed in needs.get(name, ()):
        _add(needed, needs, found, (*waiting, name))
    found[name] = None

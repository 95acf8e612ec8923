"""What is not sure is said once: hedges that a reader of a page has met already are left out.

A hedge stays where an earlier one may be out of sight: in a part that other answers show, in
another question or outcome of a decision, or in what is folded away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

_HEDGE = re.compile(r'(?P<start><small[^>]*) data-hedges="(?P<name>[^"]*)">(?P<said>[^<]*)</small>')
_ELEMENT = r"""<(/?)({})\b((?:[^>"']++|"[^"]*"|'[^']*')*)>"""
_HIDING = re.compile(r"<([a-z][a-z0-9]*)\b[^<]* data-(?:when|question|outcome)=")
_WHEN = re.compile(r" data-when='([^']*)'")
_STATE = re.compile(r' data-(?:question|outcome)="[^"]*"')


class Hedge(NamedTuple):
    """A hedge of a page, shown or left out."""

    at: int
    """Where it stands in the text."""
    name: str
    """The record it is about, or `app`."""
    start: str
    """Its tag as far as the name: `<small class="…"`."""
    said: str
    is_shown: bool


@dataclass(frozen=True)
class _Sight:
    """What must be so for a place of a page to be in sight."""

    whens: frozenset[str] = frozenset()
    """The conditions of all it stands in."""
    state: int | None = None
    """The question or outcome it stands in: of those, one is shown at a time."""
    folds: frozenset[int] = frozenset()

    def implies(self, other: _Sight) -> bool:
        """Whether the other is in sight wherever this is."""
        is_shown = other.state in {None, self.state}
        return is_shown and other.whens <= self.whens and other.folds <= self.folds


_EVERYWHERE = _Sight()


def hedged_once(text: str) -> tuple[str, tuple[Hedge, ...]]:
    """Leave out of a rendered page every hedge its reader has met already; list them all."""
    parts, hedges, end, length = list[str](), list[Hedge](), 0, 0
    met: dict[str, list[_Sight]] = {}
    marks = list(_HEDGE.finditer(text))
    for mark, here in zip(marks, _sights(text, marks), strict=True):
        earlier = met.setdefault(mark["name"], [])
        is_shown = not any(here.implies(each) for each in earlier)
        if is_shown:
            earlier.append(here)
        at = length + mark.start() - end
        hedge = Hedge(at, mark["name"], mark["start"], mark["said"], is_shown)
        hedges.append(hedge)
        parts += [text[end : mark.start()], _shown(hedge)]
        end, length = mark.end(), at + len(parts[-1])
    return "".join([*parts, text[end:]]), tuple(hedges)


def all_hedged(text: str, hedges: Iterable[Hedge]) -> str:
    """Give the text again with every hedge in it, for who shows a part of it."""
    parts, end = list[str](), 0
    for hedge in hedges:
        written = f'{hedge.start} data-hedges="{hedge.name}">{hedge.said}</small>'
        parts += [text[end : hedge.at], written]
        end = hedge.at + len(_shown(hedge))
    return "".join([*parts, text[end:]])


def _shown(hedge: Hedge) -> str:
    return f"{hedge.start}>{hedge.said}</small>" if hedge.is_shown else ""


def _sights(text: str, marks: list[re.Match[str]]) -> list[_Sight]:
    """Say of the place of each hedge what must be so for it to be in sight.

    Where each is about another record, nobody asks.
    """
    if len({mark["name"] for mark in marks}) == len(marks):
        return [_EVERYWHERE] * len(marks)
    hiding = "|".join(sorted({"details", *_HIDING.findall(text)}))
    tokens = re.finditer(_ELEMENT.format(hiding), text[: marks[-1].start()])
    found, open_ = list[_Sight](), [("", _EVERYWHERE)]
    for token in tokens:
        while marks[len(found)].start() < token.start():
            found.append(open_[-1][1])
        slash, tag, rest = token.groups()
        if slash:
            _close(open_, tag)
        else:
            open_.append((tag, _inside(open_[-1][1], tag, rest, token.start())))
    return found + [open_[-1][1]] * (len(marks) - len(found))


def _inside(here: _Sight, tag: str, rest: str, at: int) -> _Sight:
    """Say what must be so for the inside of an element to be in sight."""
    if tag != "details" and " data-" not in rest:
        return here
    when = _WHEN.search(rest)
    return _Sight(
        here.whens | {when[1]} if when else here.whens,
        at if _STATE.search(rest) else here.state,
        here.folds | {at} if tag == "details" else here.folds,
    )


def _close(open_: list[tuple[str, _Sight]], tag: str) -> None:
    while len(open_) > 1 and open_.pop()[0] != tag:
        pass

"""What is not sure is said once: hedges that a reader of a page has met already are left out.

A hedge stays where an earlier one may be out of sight: in a part that other answers show, in
another question or outcome of a decision, or in what is folded away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

_MARKED = r'(?P<start><small[^>]*) data-hedges="(?P<name>[^"]*)">(?P<said>[^<]*)</small>'
_ELEMENT = r"""<(?P<slash>/?)(?P<tag>{})\b(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*)>"""
_HIDING = re.compile(r"<([a-z][a-z0-9]*)\b[^<]* data-(?:when|question|outcome)=")
_HEDGE = re.compile(_MARKED)
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


@dataclass
class _Reading:
    """How far a page is read: the elements that are open, the hedges met, the signs left out."""

    open: list[tuple[str, _Sight]] = field(default_factory=list)
    met: dict[str, list[_Sight]] = field(default_factory=dict)
    hedges: list[Hedge] = field(default_factory=list)
    spared: int = 0

    @property
    def here(self) -> _Sight:
        return self.open[-1][1] if self.open else _Sight()

    def write(self, token: re.Match[str]) -> str:
        if token["tag"] is None:
            return self._hedge(token)
        if token["slash"]:
            self._close(token["tag"])
        else:
            self.open.append((token["tag"], self._inside(token)))
        return token[0]

    def _hedge(self, token: re.Match[str]) -> str:
        met = self.met.setdefault(token["name"], [])
        is_shown = not any(self.here.implies(earlier) for earlier in met)
        at = token.start() - self.spared
        hedge = Hedge(at, token["name"], token["start"], token["said"], is_shown)
        if is_shown:
            met.append(self.here)
        written = _shown(hedge)
        self.hedges.append(hedge)
        self.spared += len(token[0]) - len(written)
        return written

    def _inside(self, token: re.Match[str]) -> _Sight:
        here, rest = self.here, token["rest"]
        when = _WHEN.search(rest)
        return _Sight(
            here.whens | {when[1]} if when else here.whens,
            token.start() if _STATE.search(rest) else here.state,
            here.folds | {token.start()} if token["tag"] == "details" else here.folds,
        )

    def _close(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass


def unhedged(html: str) -> str:
    """Leave every hedge out: of a letter that a reader signs, for one."""
    return _HEDGE.sub("", html)


def hedged_once(text: str) -> tuple[str, tuple[Hedge, ...]]:
    """Leave out of a rendered page every hedge its reader has met already; list them all."""
    hiding = "|".join(sorted({"details", *_HIDING.findall(text)}))
    reading = _Reading()
    said = re.sub(f"{_MARKED}|{_ELEMENT.format(hiding)}", reading.write, text)
    return said, tuple(reading.hedges)


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

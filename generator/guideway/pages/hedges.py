"""What is not sure is said once: hedges that a reader of a page has met already are left out.

A hedge stays where an earlier one may be out of sight: in a part that other answers show, in
another question or outcome of a decision, or in what is folded away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r'<small class="gw-hedge" data-hedges="(?P<name>[^"]*)">(?P<said>[^<]*)</small>'
    r"""|<(?P<slash>/?)(?P<tag>[a-z][a-z0-9]*)(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*)>"""
)
_WHEN = re.compile(r" data-when='([^']*)'")
_STATE = re.compile(r' data-(?:question|outcome)="[^"]*"')
_VOID = frozenset({"br", "hr", "img", "input"})


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
    """How far a page is read: the elements that are open, and the hedges met."""

    open: list[tuple[str, _Sight]] = field(default_factory=list)
    met: dict[str, list[_Sight]] = field(default_factory=dict)

    @property
    def here(self) -> _Sight:
        return self.open[-1][1] if self.open else _Sight()

    def write(self, token: re.Match[str]) -> str:
        if token["tag"] is None:
            return self._hedge(token["name"], token["said"])
        if token["slash"]:
            self._close(token["tag"])
        elif token["tag"] not in _VOID and not token["rest"].endswith("/"):
            self.open.append((token["tag"], self._inside(token)))
        return token[0]

    def _hedge(self, name: str, said: str) -> str:
        met = self.met.setdefault(name, [])
        if any(self.here.implies(earlier) for earlier in met):
            return ""
        met.append(self.here)
        return f'<small class="gw-hedge">{said}</small>'

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
    return _TOKEN.sub(lambda token: token[0] if token["tag"] else "", html)


def hedged_once(text: str) -> str:
    """Leave out of a rendered page every hedge its reader has met already."""
    return _TOKEN.sub(_Reading().write, text)

"""The days of a guide can lie in the order that is said of them.

`after` and `before` lead from day to day; a circle of them, or a day of the past that lies after
one of the future, would refuse whatever a reader types.

Wrong:

    content/guides/bridge.yaml
    blanks:
      asked: {label: 提问的那天, kind: date, after: came}
      came: {label: 来到桥头的那天, kind: date, lies: past, after: asked}
      name: {label: 你的名字}
    letters:
      - {id: came, title: 来过, to: 守桥人, use: 来过, send: 扔, body: '{came}', signed: '{name}'}

Right:

    content/guides/bridge.yaml
    blanks:
      asked: {label: 提问的那天, kind: date, after: came}
      came: {label: 来到桥头的那天, kind: date, lies: past}
      name: {label: 你的名字}
    letters:
      - {id: came, title: 来过, to: 守桥人, use: 来过, send: 扔, body: '{came}', signed: '{name}'}
"""

from collections.abc import Iterator, Mapping

from guideway.catalog import Catalog, Entry
from guideway.model.guides import Guide
from guideway.problems import Problem

Later = dict[str, list[str]]
"""Day → the days that lie after it."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every order that no days can have."""
    for entry in catalog.guides:
        later = _later(entry.value)
        for circle in _circles(later):
            told = " → ".join([*circle, circle[0]])
            yield _problem(entry, circle[0], f"these days lie after each other: {told}")
        for future, past in _turned(entry.value, later):
            message = f"“{past}” lies in the past, and after “{future}”, which lies in the future"
            yield _problem(entry, past, message)


def _problem(entry: Entry[Guide], name: str, message: str) -> Problem:
    hint = "take one `after` or `before` away, or say where the day lies"
    return Problem(entry.key_place("blanks", name), message, code="day-order", hint=hint)


def _later(guide: Guide) -> Later:
    found: Later = {name: [] for name in guide.blanks}
    for name, blank in guide.blanks.items():
        if blank.after in found:
            found[blank.after].append(name)
        if blank.before in found:
            found[name].append(blank.before)
    return found


def _circles(later: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Walk from every day to those after it; each day is entered once."""
    done: set[str] = set()
    for first in later:
        way: list[str] = []
        waiting = [] if first in done else [(first, 0)]
        while waiting:
            name, depth = waiting.pop()
            del way[depth:]
            if name in way:
                yield way[way.index(name) :]
            if name in done:
                continue
            done.add(name)
            way.append(name)
            waiting += [(other, depth + 1) for other in later[name]]


def _turned(guide: Guide, later: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Pair a day of the past with one of the future that is said to lie before it."""
    waiting = [(name, name) for name in later if guide.lies(name) == "future"]
    seen = {name for name, _ in waiting}
    for name, first in waiting:
        for other in later[name]:
            if other not in seen:
                seen.add(other)
                waiting.append((other, first))
                if guide.lies(other) == "past":
                    yield first, other

"""Two values of the vocabulary → where they say something else to readers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from guideway.changes.change import What
from guideway.decisions.worked import Worked
from guideway.model.condition_data import as_data
from guideway.model.conditions import Condition
from guideway.model.texts import Part
from guideway.model.values import Band

_UNSEEN = {
    "owner",
    "draft",
    "asked",
    "aliases",
    "review_by",
    "reviewed_on",
    "must_pass",
    "never",
    "told",
    "mistaken",
    "related",
    "looks",
}
"""Fields that no reader sees as such: for authors, the search, the verifier, or told otherwise."""
_NAMES = (
    "id",
    "title",
    "label",
    "do",
    "what",
    "say",
    "when",
    "to",
    "text",
    "claim",
    "name",
    "file",
    "lines",
)
"""What tells one entry of a list from another: the first of these that it has."""

_ALIKE = 0.6
"""So much of a sentence is as it was, and it is the same one, written otherwise."""
_SENTENCE = 12
"""What is shorter is a name: two that are alike may be two things."""
_SHOWN = 40
"""So many characters of a name say which entry it is."""

Step = str | int
Trail = tuple[Step, ...]


@dataclass(frozen=True)
class Difference:
    """Where two values differ."""

    what: What
    where: str
    """Keys and ids with dots."""
    trail: Trail
    """The same as keys and numbers, of the new value; of what was removed, that of its list."""
    before: str
    after: str


@dataclass(frozen=True)
class _At:
    """Where a value is."""

    where: str = ""
    trail: Trail = ()

    def below(self, name: str, key: Step) -> "_At":
        shown = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"
        return _At(f"{self.where}.{shown}".strip("."), (*self.trail, key))


def differences(old: object, new: object) -> Iterator[Difference]:
    """Find where two values of the same kind differ, from the top."""
    yield from _differences(old, new, _At())


def said(value: object) -> str:
    """Show a value in a line: a text as it is, a part by what tells it from others."""
    if value is None:
        return ""
    if isinstance(value, Part):
        return said(_named(value, ("title", *(name for name in _NAMES if name != "id"), "id")))
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {said(each)}" for key, each in value.items())
    if isinstance(value, (tuple, list)):
        return ", ".join(map(said, value))
    if isinstance(value, Condition):
        return said(as_data(value))
    return value.isoformat() if isinstance(value, date) else " ".join(str(value).split())


def _differences(old: object, new: object, at: _At) -> Iterator[Difference]:
    if old == new:
        return
    if isinstance(old, Part) and isinstance(new, Part) and type(old) is type(new):
        for name in (name for name in type(new).model_fields if name not in _UNSEEN):
            was, now = getattr(old, name), getattr(new, name)
            yield from _differences(was, now, at.below(name, name))
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        written = _written(new)
        yield from _of_entries(_written(old), written, {key: key for key in written}, at)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _of_lists(old, new, at)
    else:
        what: What = "changed" if said(old) and said(new) else "added" if said(new) else "removed"
        yield Difference(what, at.where, at.trail, said(old), said(new))


def _written(entries: Mapping[str, object]) -> dict[str, object]:
    """Leave out what the program makes of comparisons: lines as questions, bands as options."""
    return {name: each for name, each in entries.items() if not isinstance(each, (Worked, Band))}


def _of_lists(old: Sequence[object], new: Sequence[object], at: _At) -> Iterator[Difference]:
    """Entries are the same if they are called the same, wherever they stand."""
    before, after = _rewritten(_by_name(old), _by_name(new)), _by_name(new)
    numbers: dict[str, Step] = {name: number for number, name in enumerate(after)}
    yield from _of_entries(before, after, numbers, at)
    kept = [name for name in before if name in after]
    order = [name for name in after if name in before]
    if kept != order:
        yield Difference("moved", at.where, at.trail, ", ".join(kept), ", ".join(order))


def _rewritten(old: Mapping[str, object], new: Mapping[str, object]) -> dict[str, object]:
    """Call a sentence that was written otherwise as it is called now, so that both are told."""
    gone = [name for name in old if name not in new]
    come = [name for name in new if name not in old]
    is_one = len(gone) == len(come) == 1 and _is_said(old[gone[0]]) and len(gone[0]) >= _SENTENCE
    if not is_one or SequenceMatcher(None, gone[0], come[0]).ratio() < _ALIKE:
        return dict(old)
    return {come[0] if name == gone[0] else name: value for name, value in old.items()}


def _is_said(value: object) -> bool:
    """Whether all that tells it from others is a sentence, no id and no condition."""
    name = _named(value, _NAMES) if isinstance(value, Part) else value
    return isinstance(name, str) and not getattr(value, "id", "")


def _of_entries(
    old: Mapping[str, object], new: Mapping[str, object], keys: Mapping[str, Step], at: _At
) -> Iterator[Difference]:
    names = _renamed(old, new)
    for name, value in old.items():
        if names.get(name, name) not in new:
            where = at.below(name, name).where
            yield Difference("removed", where, at.trail, said(value), "")
    was = {now: old[name] for name, now in names.items()}
    for name, value in new.items():
        spot = at.below(name, keys[name])
        if name in was or name in old:
            yield from _differences(was.get(name, old.get(name)), value, spot)
        else:
            yield Difference("added", spot.where, spot.trail, "", said(value))


def _renamed(old: Mapping[str, object], new: Mapping[str, object]) -> Mapping[str, str]:
    """Old names → new ones, of entries that say under which name they were published."""
    found: dict[str, str] = {}
    for now, value in new.items():
        for alias in getattr(value, "aliases", ()):
            if alias in old and alias not in new:
                found[alias] = now
    return found


def _by_name(values: Sequence[object]) -> dict[str, object]:
    found: dict[str, object] = {}
    for value in values:
        name = said(_named(value, _NAMES)) if isinstance(value, Part) else said(value)
        while name in found:
            name += "\u2032"  # the second that is called so
        found[name] = value
    return found


def _named(part: Part, names: Sequence[str]) -> object:
    """What tells a part from others of its list."""
    has = (getattr(part, name) for name in names if name in type(part).model_fields)
    first = next((getattr(part, name) for name in type(part).model_fields), "")
    return next((value for value in has if value), first)

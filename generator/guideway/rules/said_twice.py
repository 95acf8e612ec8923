"""What a list says, it says once.

A summary or a goal that is the title says nothing. The same text twice in a list, or an entry that
is the same as one before it, is a slip of copying: readers would see it twice. What is taken in
order may come again: the taps of a way, the answers of a golden path, the cells of a table.

Wrong:

    content/guides/bridge.yaml
    needs:
      - {what: 一个名字}
      - {what: 一个颜色}
      - {what: 一个名字}

Right:

    content/guides/bridge.yaml
    needs:
      - {what: 一个名字}
      - {what: 一个颜色}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.load.mend import STAND_IN
from guideway.model.texts import Part
from guideway.problems import Problem
from guideway.source import Trail

_IN_ORDER = {"groups", "taps", "answers", "rows", "paths", "typed", "examples", "range"}
"""What comes in an order, in which the same may come again."""


def check_piece(_: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find every entry of a list that stands in it once more, and what says the title again."""
    title = getattr(entry.value, "title", "")
    for name in ("goal", "summary"):
        if title and title != STAND_IN and _bare(getattr(entry.value, name, "")) == _bare(title):
            message, hint = f"the {name} is the title", "say what it says that the title does not"
            yield Problem(entry.place(name), message, code="said-twice", hint=hint)
    for trail in _twice(entry.value, ()):
        message = "this stands in the list already"
        hint = "delete one of the two, or say what is different"
        yield Problem(entry.place(*trail), message, code="said-twice", hint=hint)


def _bare(text: object) -> str:
    return str(text).strip("\u3002.\uff01! ")


def _twice(value: object, trail: Trail) -> Iterator[Trail]:
    if isinstance(value, Part):
        for name in type(value).model_fields:
            if name not in _IN_ORDER:
                yield from _twice(getattr(value, name), (*trail, name))
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _twice(each, (*trail, name))
    elif isinstance(value, tuple):
        seen: dict[object, list[object]] = {}
        for number, each in enumerate(value):
            alike = seen.setdefault(_told_by(each), [])
            is_entry = isinstance(each, str | Part) and not hasattr(each, "id")
            if is_entry and each in alike:
                yield (*trail, number)
            else:
                alike += [each] if is_entry else []
                yield from _twice(each, (*trail, number))


def _told_by(entry: object) -> object:
    """What tells entries apart at once: those of which it is the same are compared whole."""
    if isinstance(entry, Part):
        return tuple(each for each in vars(entry).values() if isinstance(each, str))
    return entry if isinstance(entry, str) else None

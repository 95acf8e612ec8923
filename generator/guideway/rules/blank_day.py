"""A blank for a day says where that day lies, and no other blank does.

Then the page can refuse a day that cannot be, and say why: an answer by last year, goods received
next month. `lies` is past, future or any; a day that a deadline counts from lies in the past
without saying so. `within`, `after` and `before` are for days only, and compare days with days.

Wrong:

    content/guides/bridge.yaml
    blanks:
      asked: {label: 提问的那天, kind: date}
      back: {label: 打算回来的那天, kind: date}
      name: {label: 你的名字}
    letters:
      - {id: back, title: 回来, to: 守桥人, use: 要回来, send: 扔, body: '{back}', signed: '{name}'}

Right:

    content/guides/bridge.yaml
    blanks:
      asked: {label: 提问的那天, kind: date}
      back: {label: 打算回来的那天, kind: date, lies: future, after: asked}
      name: {label: 你的名字}
    letters:
      - {id: back, title: 回来, to: 守桥人, use: 要回来, send: 扔, body: '{back}', signed: '{name}'}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.model.guides import Guide
from guideway.problems import Problem

_OF_DAYS = ("lies", "within", "after", "before")


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every day that nobody can judge, and every blank that is judged as a day and is none."""
    for entry in catalog.guides:
        for name, blank in entry.value.blanks.items():
            if blank.kind != "date":
                yield from _no_day(entry, name)
                continue
            if not entry.value.lies(name):
                message = f"nobody says where the day “{name}” lies"
                hint = "add `lies: past`, `lies: future` or `lies: any`"
                place = entry.key_place("blanks", name)
                yield Problem(place, message, code="blank-day", hint=hint, about=name)
            yield from _compared(entry, name)


def _no_day(entry: Entry[Guide], name: str) -> Iterator[Problem]:
    for field in _OF_DAYS:
        if getattr(entry.value.blanks[name], field) is not None:
            place = entry.key_place("blanks", name, field)
            message = f"`{field}` is for days, and “{name}” is none"
            hint = "give it `kind: date`, or take this away"
            yield Problem(place, message, code="blank-day", hint=hint)


def _compared(entry: Entry[Guide], name: str) -> Iterator[Problem]:
    blanks = entry.value.blanks
    for field in ("after", "before"):
        other = getattr(blanks[name], field)
        if other in blanks and blanks[other].kind != "date":
            message = f"“{other}” is no blank for a date"
            hint = "compare a day with a day"
            yield Problem(entry.place("blanks", name, field), message, code="blank-day", hint=hint)

"""A blank that a browser fills in is a line, there is one of its kind, and it says so.

`means: own-name` and `means: own-phone` are for the reader's own name and number: in two blanks the
same would be filled in twice. `means: case` is for numbers of the case, of which there may be more.
All three are short: a line. A blank that is called as the reader's own name or phone number is
called (你的姓名, 联系电话) says which of them it means, so that nobody types what the device knows.

Wrong:

    content/guides/bridge.yaml
    blanks:
      asked: {label: 提问的那天, kind: date}
      name: {label: 你的名字, means: own-name}
      horse: {label: 马的名字, means: own-name}
    letters:
      - {id: in, title: 请求, to: 守桥人, use: 门关着, send: 扔, body: '{horse}', signed: '{name}'}

Right:

    content/guides/bridge.yaml
    blanks:
      asked: {label: 提问的那天, kind: date}
      name: {label: 你的名字, means: own-name}
      horse: {label: 马的名字}
    letters:
      - {id: in, title: 请求, to: 守桥人, use: 门关着, send: 扔, body: '{horse}', signed: '{name}'}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.model.guides import Guide
from guideway.problems import Problem

_ONCE = frozenset({"own-name", "own-phone"})


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every meaning that a blank of its kind cannot have, or that another has already."""
    for entry in catalog.guides:
        first: dict[str, str] = {}
        for name, blank in entry.value.blanks.items():
            if blank.means and blank.kind != "line":
                message = f"“{name}” is of kind `{blank.kind}`, and `means` is for lines"
                yield _problem(entry, name, message, "take `means` or `kind` away")
            yield from _unsaid(catalog, entry, name)
            if blank.means not in _ONCE:
                continue
            other = first.setdefault(blank.means, name)
            if other != name:
                message = f"“{name}” and “{other}” both mean `{blank.means}`"
                hint = "say it of the one that is the reader's own"
                yield _problem(entry, name, message, hint)


def _unsaid(catalog: Catalog, entry: Entry[Guide], name: str) -> Iterator[Problem]:
    own, blank = catalog.language.own_blanks, entry.value.blanks[name]
    if own is None or blank.means or blank.kind != "line":
        return
    for means, pattern in (("own-name", own.name), ("own-phone", own.phone)):
        if pattern.fullmatch(blank.label):
            message = f"“{blank.label}” is the reader's own, and does not say so"
            place = entry.place("blanks", name, "label")
            hint = f"add `means: {means}`"
            yield Problem(place, message, code="blank-meaning", hint=hint)


def _problem(entry: Entry[Guide], name: str, message: str, hint: str) -> Problem:
    place = entry.place("blanks", name, "means")
    return Problem(place, message, code="blank-meaning", hint=hint)

"""A letter is plain text: its links have no words of their own, and nothing is bold.

`[](law.bridge.3)` takes the words of the record. What is copied from the page has no links. Braces
stand around the name of a blank, and nowhere else; nor does 【…】, ×× or ____ stand for one.

Wrong:

    content/guides/bridge.yaml
    blanks: {}
    deadlines: []
    letters:
      - id: request
        title: 请求
        to: 守桥人
        use: 关着时
        send: 扔过去
        body: '按照[这条](law.bridge.3)开门。'
        signed: 骑士

Right:

    content/guides/bridge.yaml
    blanks: {}
    deadlines: []
    letters:
      - id: request
        title: 请求
        to: 守桥人
        use: 关着时
        send: 扔过去
        body: '按照[](law.bridge.3)开门。'
        signed: 骑士
"""

import re
from collections.abc import Iterator
from itertools import chain

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.catalog.local_names import inside
from guideway.model.inline import Link, Node, Text
from guideway.model.placeholders import BLANK
from guideway.model.texts import Part, TextKind
from guideway.problems import Problem

_GAP = re.compile(r"【[^】]*】|(?<!\d)(?<!\d )×+|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|_{2,}")
"""What people write where something is to be filled in."""
_FOREIGN = re.compile(
    r"\$\{?(?P<shell>[a-z][a-z0-9-]*)\}?|%(?P<percent>[a-z][a-z0-9-]*)%"
    r"|\[(?P<bracket>[a-z][a-z0-9-]*)\](?!\()"
)
"""A blank as other programs write it."""
_BRACE = re.compile("[{}\uff5b\uff5d]")


def check_text(_: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find the first piece of markup in a text of a letter, or a brace that encloses no blank."""
    if not isinstance(text.mark, TextKind) or text.mark.markup != "letter":
        return
    if any(map(_is_odd, chain.from_iterable(text.paragraphs))):
        message = "a letter is plain text"
        hint = "write links without words, such as [](law.bridge.3), and no emphasis"
        yield Problem(entry.place(*text.trail), message, code="letter-markup", hint=hint)
    elif brace := _BRACE.search(BLANK.sub("", text.value)):
        message = f"“{brace[0]}” would be read as it stands"
        place = entry.place_of(brace[0], *text.trail)
        yield Problem(place, message, code="letter-markup", hint="a blank is written {name}")
    elif foreign := _foreign(entry, text):
        place = entry.place_of(foreign[0], *text.trail)
        hint = f"write {{{foreign[foreign.lastindex or 0]}}}"
        message = f"“{foreign[0]}” would be sent as it stands"
        yield Problem(place, message, code="letter-markup", hint=hint)
    elif gap := _GAP.search(text.value):
        message = f"“{gap[0]}” would be sent as it stands"
        place = entry.place_of(gap[0], *text.trail)
        yield Problem(place, message, code="letter-markup", hint="a blank is written {name}")


def _foreign(entry: Entry[Part], text: FieldText) -> re.Match[str] | None:
    """The first blank of this page that is written as in another program."""
    known = inside(entry.value, "blank")
    pieces = _FOREIGN.finditer(text.value)
    found = (each for each in pieces if each[each.lastindex or 0] in known)
    return next(found, None)


def _is_odd(node: Node) -> bool:
    return not isinstance(node, Text) and not (isinstance(node, Link) and not node.inside)

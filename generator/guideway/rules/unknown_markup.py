"""A text holds emphasis, code and links to ids, and no other markup.

Lists, headings, pictures and tables have keys of their own (`points`, `substeps`, `picture` …).
Code stands between single backticks. Lines of code stand between two lines of three backticks, in
a text that begins with `|-`, so that its lines stay apart. A star that is meant as a star has a
backslash before it.

Wrong:

    content/guides/bridge.yaml
    goal: "# 到对岸"

Right:

    content/guides/bridge.yaml
    goal: 到*对岸*
"""

import re
from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.fences import SIGN, Block
from guideway.model.texts import Part, TextKind
from guideway.problems import Problem

_HINT = (
    "texts hold **strong**, *emphasis*, `code` and [words](id); "
    "put a backslash before a sign that is meant as itself"
)
_LINES = f"begin the text with |-, and write {SIGN} on lines of their own, above and below the code"

_INSTEAD = {
    r"\|": "a table has a key of its own at a step: `table`",
    r"\d": "a list has keys of its own: `points`, or `substeps` for what is done in order",
    r"[-+*]$": "a list has a key of its own: `points`",
    r"~~~|'{3}|\"{3}": f"lines of code stand between two lines of {SIGN}",
    r"`$": "code stands between two backticks",
    r"[\]】] *[(（]|\[$": "a link is written [words](id), with half-width brackets and an id",
}
"""What odd markup begins with → what there is in its place."""


def check_text(_: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find the first odd piece of markup in a text that takes markup."""
    odd = [odd.snippet for odd in text.oddities if odd.what == "markup"]
    if odd and isinstance(text.mark, TextKind) and text.mark.markup != "plain":
        what, hint = _said(odd[0], text)
        place = entry.place_of(odd[0], *text.trail)
        yield Problem(place, f"“{odd[0]}” {what}", code="unknown-markup", hint=hint)


def _said(odd: str, text: FieldText) -> tuple[str, str]:
    if not odd.startswith(SIGN):
        hint = next((hint for sign, hint in _INSTEAD.items() if re.match(sign, odd)), _HINT)
        return "is no markup that a text can hold", hint
    if any(isinstance(node, Block) for paragraph in text.paragraphs for node in paragraph):
        return "begins code that never ends", f"write {SIGN} on a line of its own below it"
    if isinstance(text.mark, TextKind) and text.mark.markup == "prose":
        return "is not on a line of its own", _LINES
    return "is no markup that a text of one line can hold", "lines of code stand in a `detail`"

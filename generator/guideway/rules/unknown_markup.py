"""A text holds emphasis, code and links to ids, and no other markup.

Lists, headings, pictures and tables have keys of their own (`points`, `substeps`, `picture` …).
Code stands between single backticks. Lines of code stand between two lines of three backticks, in
a text that begins with `|-`, so that its lines stay apart. A star that is meant as a star has a
backslash before it.

Where a text takes no markup, backticks are read as they stand, which is said and no more.

Wrong:

    content/guides/bridge.yaml
    goal: "# 到对岸"

Right:

    content/guides/bridge.yaml
    goal: 到*对岸*
"""

import re
from collections.abc import Iterator
from dataclasses import replace

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

_PLAIN = "this text takes no markup: write the words alone"
_LIST = "a list has keys of its own: `points`, or `substeps` for what is done in order"
_MARK = re.compile(
    r"\*\*(?=[^\s*])|(?<=\w)\]\((?=[a-z]+\.)|\[\]\((?=[a-z]+\.)|`(?=[^`]+`)|\\[nrt](?![A-Za-z0-9\\])"
)
"""What begins markup, wherever it stands."""

_INSTEAD = {
    r"\|": "a table has a key of its own at a step: `table`",
    r"[(（]?\d|[①-⑳]": _LIST,
    r"[-+*]$": "a list has a key of its own: `points`",
    r"~~~|'{3}|\"{3}": f"lines of code stand between two lines of {SIGN}",
    r"\\": "begin the text with |-, and write each paragraph below an empty line",
    r"`$": "code stands between two backticks",
    r"[\]】] *[(（]|\[$": "a link is written [words](id), with half-width brackets and an id",
}
"""What odd markup begins with → what there is in its place."""


def check_text(catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find the first odd piece of markup in a text that takes markup."""
    if not isinstance(text.mark, TextKind) or text.mark.is_verbatim or text.is_of_others:
        return
    odd = [odd.snippet for odd in text.oddities if odd.what == "markup"]
    if text.mark.markup == "letter":
        odd = [snippet for snippet in odd if snippet != "__"]  # a blank, told as one
    if text.mark.markup == "plain":
        found, what, hint = _first_mark(text), "would be read as it stands", _PLAIN
    elif odd:
        found, (what, hint) = odd[0], _said(odd[0], text)
    else:
        found, what, hint = _number(catalog, text), "is no number that a text can hold", _LIST
    if found:
        place = entry.place_of(found, *text.trail)
        told = Problem(place, f"“{found}” {what}", code="unknown-markup", hint=hint)
        yield replace(told, level="warning") if hint == _PLAIN and found == "`" else told


def _first_mark(text: FieldText) -> str:
    """The first sign of markup in a text that takes none."""
    found = _MARK.search(text.value)
    return found[0] if found else ""


def _number(catalog: Catalog, text: FieldText) -> str:
    """The number in words that a line begins with, as in a list that is typed."""
    numbered = catalog.language.numbered
    if numbered is None or (isinstance(text.mark, TextKind) and text.mark.markup == "letter"):
        return ""
    found = (numbered.match(line.lstrip()) for line in text.value.split("\n"))
    return next((each[0] for each in found if each), "")


def _said(odd: str, text: FieldText) -> tuple[str, str]:
    if not odd.startswith(SIGN):
        hint = next((hint for sign, hint in _INSTEAD.items() if re.match(sign, odd)), _HINT)
        return "is no markup that a text can hold", hint
    if any(isinstance(node, Block) for paragraph in text.paragraphs for node in paragraph):
        return "begins code that never ends", f"write {SIGN} on a line of its own below it"
    if isinstance(text.mark, TextKind) and text.mark.markup == "prose":
        return "is not on a line of its own", _LINES
    return "is no markup that a text of one line can hold", "lines of code stand in a `detail`"

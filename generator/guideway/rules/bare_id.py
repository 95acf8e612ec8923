"""An id in a text is a link: what is typed alone is shown as it is typed.

Readers would see `channel.keeper.hotline` where the number should stand. A link without words takes
the words of what it points to. Nor is a blank filled in outside of letters: `{name}` stays so.

Wrong:

    content/guides/bridge.yaml
    goal: 到对岸，打channel.keeper.hotline问

Right:

    content/guides/bridge.yaml
    goal: 到对岸，打[](channel.keeper.hotline)问
"""

import re
from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.entries import KINDS
from guideway.catalog.field_texts import FieldText
from guideway.catalog.local_names import PLACES, inside
from guideway.model.inline import outside_code
from guideway.model.records import RECORD_KINDS
from guideway.model.texts import Part, TextKind
from guideway.problems import Problem

_ID = re.compile(
    rf"(?<![A-Za-z0-9_.@/-])[{{\uff5b]?(?P<name>(?P<kind>{'|'.join((*KINDS, *PLACES))})"
    r"(?P<rest>(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+)(?:@[a-z]+)?)[}\uff5d]?(?![A-Za-z0-9_/-])"
)
_SIGN = re.compile(r"[a-z]\.[a-z]|[{\uff5b]")
_BRACES = "{\uff5b"
"""In a letter they stand around what is filled in, as `{deadline.answer}`."""
_BLANK = re.compile(r"[{\uff5b]([a-z][a-z0-9-]*)[}\uff5d]")
_RECORD = 2
"""So many words stand behind the kind of a record at least: nobody means anything else by three."""


def check_text(catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find the first id that stands in a text as it is."""
    if not isinstance(text.mark, TextKind) or text.is_of_others or not _SIGN.search(text.value):
        return
    if text.oddities:
        return  # a link that is not written as one: told
    is_letter = text.mark.markup == "letter"
    for piece in (piece for part in text.paragraphs for piece in outside_code(part)):
        for found in _ID.finditer(piece):
            if _is_meant(catalog, entry, found) and not (is_letter and found[0][0] in _BRACES):
                words = "words" if found["kind"] in PLACES else ""
                yield _problem(entry, text, found[0], f"write “[{words}]({found['name']})”")
                return
        for blank in () if is_letter else _BLANK.finditer(piece):
            if blank[1] in inside(entry.value, "blank"):
                hint = "a blank is filled in in letters; say here what is meant"
                yield _problem(entry, text, blank[0], hint)
                return


def _is_meant(catalog: Catalog, entry: Entry[Part], found: re.Match[str]) -> bool:
    """Whether there is something of that name, or it can be nothing but the name of a record."""
    kind, rest = found["kind"], found["rest"][1:]
    if kind in PLACES:
        return rest in inside(entry.value, kind)
    if kind in RECORD_KINDS:
        return found["rest"].count(".") >= _RECORD
    return catalog.may_exist(f"{kind}.{rest}")


def _problem(entry: Entry[Part], text: FieldText, found: str, hint: str) -> Problem:
    message = f"“{found}” is shown to readers as it stands here"
    return Problem(entry.place_of(found, *text.trail), message, code="bare-id", hint=hint)

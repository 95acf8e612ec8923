"""What is published is finished.

`TODO`, `FIXME`, 待补充 and the like in a text would be read by somebody who needs help. Write it,
take it out, or keep the note as a remark behind `#`. So would a text that is nothing but 无, `N/A`
or a dash: what there is not has no key. As an option, or in a table, it says something.

Wrong:

    content/guides/bridge.yaml
    takes: TODO

Right:

    content/guides/bridge.yaml
    # TODO: 问守桥人要多久
    takes: 三个问题的时间
"""

import re
from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.texts import Part, TextKind
from guideway.problems import Place, Problem

_EMPTY = r"(?:n/?a|[-–—_/.…]+)"
"""A text that is this and no more says nothing in any language."""
_SHORT = 16
_ANSWERS = {
    "amount",
    "options",
    "rows",
    "head",
    "taps",
    "cases",
    "alternatives",
    "claim",
    "instead_of",
    "words",
}
"""Where such a word may be what somebody chooses, says or reads in a table."""
_MARK = r"\b(?:TODO|FIXME|TBD|XXX+)\b|[?\uff1f]{3}"
"""What marks it in any language."""


def check_text(catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find the first mark of unfinished work in a text."""
    is_verbatim = isinstance(text.mark, TextKind) and text.mark.is_verbatim
    mark = catalog.kept(_marks)
    if is_verbatim or not (mark.search(text.value) or len(text.value) <= _SHORT):
        return
    if _says_nothing(catalog, text):
        said, hint = f"“{text.value}” says nothing", "delete the key, or write what there is"
        yield Problem(entry.place(*text.trail), said, code="unfinished", hint=hint)
        return
    found = next((match for piece in text.words if (match := mark.search(piece))), None)
    if found:
        place = entry.place_of(found[0], *text.trail)
        yield of_mark(place, found[0], "write it, or keep the note as a remark behind #")


def of_mark(place: Place, mark: str, hint: str) -> Problem:
    """Say of a mark that it is one."""
    said = f"“{mark}” is the mark of something unfinished"
    return Problem(place, said, code="unfinished", hint=hint)


def is_mark(catalog: Catalog, written: str) -> bool:
    """Say whether a value is such a mark and no more."""
    return catalog.kept(_marks).fullmatch(written) is not None


def _says_nothing(catalog: Catalog, text: FieldText) -> bool:
    """Whether it is a word for nothing, where that is no answer to anything."""
    if {*text.trail} & _ANSWERS:
        return False
    return catalog.kept(_nothings).fullmatch(text.value.strip(" 。")) is not None


def _nothings(catalog: Catalog) -> re.Pattern[str]:
    own = catalog.language.nothing
    return re.compile(f"(?i:{_EMPTY})|{own.pattern}" if own else f"(?i:{_EMPTY})")


def _marks(catalog: Catalog) -> re.Pattern[str]:
    own = catalog.language.unfinished
    return re.compile(f"{_MARK}|{own.pattern}" if own else _MARK)

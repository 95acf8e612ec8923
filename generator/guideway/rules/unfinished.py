"""What is published is finished.

`TODO`, `FIXME`, 待补充 and the like in a text would be read by somebody who needs help. Write it,
take it out, or keep the note as a remark behind `#`.

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
from guideway.problems import Problem

_MARK = r"\b(?:TODO|FIXME|TBD|XXX+)\b|[?\uff1f]{3}"
"""What marks it in any language."""


def check_text(catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find the first mark of unfinished work in a text."""
    is_verbatim = isinstance(text.mark, TextKind) and text.mark.is_verbatim
    mark = catalog.kept(_marks)
    if is_verbatim or not mark.search(text.value):
        return
    found = next((match for piece in text.words if (match := mark.search(piece))), None)
    if found:
        place = entry.place_of(found[0], *text.trail)
        hint = "write it, or keep the note as a remark behind #"
        said = f"“{found[0]}” is the mark of something unfinished"
        yield Problem(place, said, code="unfinished", hint=hint)


def _marks(catalog: Catalog) -> re.Pattern[str]:
    own = catalog.language.unfinished
    return re.compile(f"{_MARK}|{own.pattern}" if own else _MARK)

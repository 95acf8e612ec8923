"""What a reader is asked to fill in is used by a letter or a deadline.

That another day is said to lie after it does not use it: nobody would be asked for it.

Wrong:

    content/guides/bridge.yaml
    deadlines: []
    letters: []
    blanks:
      name: {label: 你的名字}

Right:

    content/guides/bridge.yaml
    deadlines: []
    letters: []
    blanks: {}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_guide
from guideway.catalog.references import references
from guideway.model.texts import Part
from guideway.problems import Problem


def check_piece(_: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find every blank nobody uses."""
    if not is_guide(entry):
        return
    used = {ref.name for ref in references(entry) if ref.trail[0] != "blanks"}
    for name in entry.value.blanks:
        if f"blank.{name}" not in used:
            place = entry.key_place("blanks", name)
            message = f"nothing uses the blank “{name}”"
            hint = f"write {{{name}}} in a letter, count a deadline from it, or delete it"
            yield Problem(place, message, code="unused-blank", hint=hint)

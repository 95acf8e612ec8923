"""A text holds no HTML.

It would be shown as typed, which is never what was meant. To show a sign such as `<`, leave a
space after it or put a backslash before it.

Wrong:

    content/guides/bridge.yaml
    goal: 到<b>对岸</b>

Right:

    content/guides/bridge.yaml
    goal: 到**对岸**
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.catalog.local_names import inside
from guideway.model.texts import Part
from guideway.problems import Problem


def check_text(_: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find the first tag in a text."""
    tag = next((odd.snippet for odd in text.oddities if odd.what == "html"), "")
    if tag:
        message = f"a text holds no HTML, such as “{tag[:40]}”"
        hint = "use **strong**, *emphasis*, `code` or a link to an id"
        if (bare := tag.strip("<>")) in inside(entry.value, "blank"):
            hint = f"a blank is written {{{bare}}}"
        yield Problem(entry.place_of(tag, *text.trail), message, code="raw-html", hint=hint)

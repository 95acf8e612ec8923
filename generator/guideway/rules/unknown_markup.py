"""A text holds emphasis, code and links to ids, and no other markup.

Lists, headings, pictures and tables have keys of their own (`points`, `substeps`, `picture` …).
Code stands between single backticks: there are no fences of three. A star that is meant as a star
has a backslash before it.

Wrong:

    content/guides/bridge.yaml
    goal: "# 到对岸"

Right:

    content/guides/bridge.yaml
    goal: 到*对岸*
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.texts import Part, TextKind
from guideway.problems import Problem


def check_text(_: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find the first odd piece of markup in a text that takes markup."""
    odd = [odd.snippet for odd in text.oddities if odd.what == "markup"]
    if odd and isinstance(text.mark, TextKind) and text.mark.markup != "plain":
        yield Problem(
            entry.place_of(odd[0], *text.trail),
            f"“{odd[0]}” is no markup that a text can hold",
            code="unknown-markup",
            hint="texts hold **strong**, *emphasis*, `code` and [words](id); "
            "put a backslash before a sign that is meant as itself",
        )

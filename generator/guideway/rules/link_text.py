"""The words of a link say where it leads.

Who listens to a page hears its links one by one: 这里 and 点击 say nothing then. A link without
words takes those of what it points to. This is a warning.

Wrong:

    content/guides/bridge.yaml
    goal: 到对岸，看[这里](term.far-bank)

Right:

    content/guides/bridge.yaml
    goal: 到[对岸](term.far-bank)
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.inline import Link, shown
from guideway.model.texts import Part
from guideway.problems import Problem


def check_link(
    catalog: Catalog, entry: Entry[Part], text: FieldText, link: Link
) -> Iterator[Problem]:
    """Find a link whose words say nothing."""
    words = "".join(shown(link.inside))
    empty = catalog.language.empty_link
    if words and not words.strip():
        place = entry.place_of(f"[{words}]", *text.trail)
        hint = f"write []({link.target}), without a space, or words"
        yield Problem(place, "the words of this link are a space", code="link-text", hint=hint)
    elif words and empty and empty.fullmatch(words.strip()):
        place = entry.place_of(f"[{words}]", *text.trail)
        message = f"“{words}” does not say where the link leads"
        hint = f"write what it leads to, or nothing: []({link.target})"
        yield Problem(place, message, code="link-text", hint=hint, level="warning")

"""A reader is 你, not 您.

One word on every page: who changes between the two sounds like two people. What others say, and a
letter to somebody, may have it.

Wrong:

    content/guides/bridge.yaml
    goal: 让您到对岸

Right:

    content/guides/bridge.yaml
    goal: 到对岸
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.texts import Part, TextKind
from guideway.problems import Problem


def check_text(catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find the first stiff word in a text of ours."""
    form, sentence = catalog.language.address, catalog.language.sentence
    if not form or not sentence or form.stiff not in text.value or text.is_of_others:
        return
    is_letter = isinstance(text.mark, TextKind) and (
        text.mark.markup == "letter" or text.mark.is_verbatim
    )
    own = (sentence.quoted.sub("", piece) for piece in text.sentences)
    if not is_letter and any(form.stiff in piece for piece in own):
        place = entry.place_of(form.stiff, *text.trail)
        message = f"a reader is {form.plain}, not {form.stiff}"
        told = Problem(place, message, code="stiff-address", hint=f"write “{form.plain}”")
        yield told.mended_by(form.plain)

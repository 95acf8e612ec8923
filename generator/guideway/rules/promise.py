"""Nobody is promised how it ends.

What an office, a company or a court decides is theirs. Who was told 一定能退 and gets nothing has
lost time, and trusts the next page less. Say what to do, what usually follows, and what to do when
it does not. What others promise may be quoted in “…” or 「…」, denied (不一定能, 没人能保证), or
stand as the claim of a correction.

Wrong:

    content/guides/bridge.yaml
    summary: 回答三个问题，一定能过桥。

Right:

    content/guides/bridge.yaml
    summary: 回答三个问题。守桥人说“一定能过”的，也要答对才行。
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.places import Article
from guideway.model.texts import Part
from guideway.problems import Problem


def check_text(catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find what is promised in a guide, a decision or an article."""
    looks, known = catalog.language.promise, catalog.language.sentence
    if not looks or not known or not looks.may.search(text.value) or text.is_of_others:
        return
    if not isinstance(entry.value, (Guide, Decision, Article)):
        return
    for sentence in known.ends.split(looks.quoted.sub("“”", "".join(text.sentences))):
        found = looks.pattern.search(sentence)
        if found and not looks.denied.search(sentence):
            place = entry.place_of(found[0], *text.trail)
            message = f"“{found[0]}” promises how it ends"
            hint = "say what to do and what usually follows; what others promise stands in “…”"
            yield Problem(place, message, code="promise", hint=hint)
            return

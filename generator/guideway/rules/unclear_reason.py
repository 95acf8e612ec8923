"""The reason to show a related page is one plain, short sentence.

`gives` says what a reader who comes from another page gets here; `why` of a pin says when to go
there, or what for. Both stand below a link, on every form of the page, so they are one sentence of
at most 40 characters, without links and markup, and with no quotes inside quotes.

Wrong:

    content/guides/bridge.yaml
    related:
      gives: 这里写着过桥的办法。不会的看这里？

Right:

    content/guides/bridge.yaml
    related:
      gives: 不用交钱，答对三个问题就过桥。
"""

from collections.abc import Iterator

from guideway.catalog import Catalog
from guideway.problems import Problem
from guideway.related.relations import Suggested, suggested
from guideway.related.sentences import fault
from guideway.source import Trail


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every reason that is not such a sentence."""
    for entry in suggested(catalog):
        for trail, text in _reasons(entry):
            if said := fault(text):
                place = entry.place("related", *trail)
                message = f"this reason {said}"
                hint = "say in one short sentence what a reader gets there"
                yield Problem(place, message, code="unclear-reason", hint=hint)


def _reasons(entry: Suggested) -> Iterator[tuple[Trail, str]]:
    related = entry.value.related
    if related.gives:
        yield ("gives",), related.gives
    for number, pin in enumerate(related.pin):
        yield ("pin", number, "why"), pin.why

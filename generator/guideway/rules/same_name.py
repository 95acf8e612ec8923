"""What readers see has a name of its own.

Two pages of one title cannot be told apart in a list, in the search or in the index from A to Z.
Nor can two providers, terms, topics, actions or audiences. A page may share an alias with others,
but not have for its alias what another is called: who looks for that finds the other.

Wrong:

    content/decisions/gorge.yaml
    title: 过桥

Right:

    content/decisions/gorge.yaml
    title: 过不过桥
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.load.mend import STAND_IN
from guideway.model.texts import Part
from guideway.problems import Place, Problem

_PAGES = {"guide", "decision", "warning", "article"}
_CALLED = {
    **dict.fromkeys(_PAGES, "title"),
    "provider": "name",
    "term": "term",
    **dict.fromkeys(("topic", "action", "audience"), "label"),
}
"""Kind → the key under which its name stands."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every name that something before it has; what is published comes before drafts."""
    named = [each for each in catalog.entries.values() if each.kind in _CALLED]
    named.sort(key=lambda each: each.name in catalog.drafts)
    first: dict[tuple[str, str], Entry[Part]] = {}
    for entry in named:
        before = first.setdefault(_name(entry), entry)
        if before is not entry and STAND_IN not in _name(entry):
            hint = "readers cannot tell them apart: give one of them another name"
            place = entry.place(_CALLED[entry.kind])
            yield _problem(place, f"{before.name} is called “{_name(entry)[1]}” already", hint)
    for entry in named:
        for number, alias in enumerate(getattr(entry.value, "aliases", ())):
            other = first.get((_group(entry), alias), entry)
            if other is not entry and other.name not in catalog.drafts:
                hint = "who looks for it finds that; delete it"
                place = entry.place("aliases", number)
                yield _problem(place, f"“{alias}” is what {other.name} is called", hint)


def _name(entry: Entry[Part]) -> tuple[str, str]:
    return _group(entry), str(getattr(entry.value, _CALLED[entry.kind]))


def _group(entry: Entry[Part]) -> str:
    """What must differ: pages from pages, of the rest each from its kind."""
    return "page" if entry.kind in _PAGES else entry.kind


def _problem(place: Place, message: str, hint: str) -> Problem:
    return Problem(place, message, code="same-name", hint=hint)

"""Where every name leads: the address of what a link or a reference points to."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from guideway.catalog import Catalog, Entry
from guideway.catalog.local_names import INSIDE, inside
from guideway.model.records import RECORD_KINDS
from guideway.model.texts import Part

_ROOMS = {
    "guide": "guides/{}/",
    "decision": "decisions/{}/",
    "warning": "warnings/{}/",
    "provider": "providers/{}/",
    "article": "articles/{}/",
    "topic": "topics/{}/",
    "action": "actions/{}/",
    "audience": "guides/",
    "owner": "reviews/",
    "term": "glossary/#term-{}",
}


@dataclass(frozen=True)
class Target:
    """What a name stands for."""

    name: str
    address: str
    """Below the site's root, with a fragment where it is a place on a page."""
    value: Part
    facet: str = ""
    """Of a record, `from` or `until`: its first or last day in force; of a phone number `call`:
    the number alone, `number`: without a call."""

    @property
    def title(self) -> str:
        """What its author calls it, as inline Markdown."""
        fields = ("title", "name", "term", "label", "do", "what")
        return next(
            str(getattr(self.value, field)) for field in fields if hasattr(self.value, field)
        )


def address_of(name: str) -> str:
    """Give the address of anything that has a name of its own."""
    kind, _, written = name.partition(".")
    if kind in RECORD_KINDS:
        return f"records/#{fragment_of(name)}"
    return _ROOMS[kind].format(written)


def with_answers(address: str, answers: Iterable[tuple[str, str]]) -> str:
    """Give an address with answers in it: behind the `#`, which no browser sends.

    `assets/fragment.js` reads it: `#<place>?<question>=<option>&…`, and either half may be empty.
    """
    query = urlencode(list(answers))
    page, _, place = address.partition("#")
    return f"{page}#{place}?{query}" if query else address


def embed_id(name: str) -> str:
    """Give the name of a page in the room of embeds: a guide's id, the full name of others.

    No id has a dot in it, so a guide and a decision cannot meet there.
    """
    return name.removeprefix("guide.")


def fragment_of(record: str) -> str:
    """Give the place of a record on a page that lists it."""
    return "record-" + record.replace(".", "-")


def find(catalog: Catalog, target: str, home: Entry[Part] | None) -> Target:
    """Look up a name; `step.…` is a step of the guide that is `home`. The name must exist."""
    name, _, facet = target.partition("@")
    kind, _, written = name.partition(".")
    if kind in INSIDE and home is not None:
        place = f"{address_of(home.name)}#{kind}-{written}"
        return Target(name, place, inside(home.value, kind)[written])
    return Target(name, address_of(name), catalog.entries[name].value, facet)

"""Where every name leads: the address of what a link or a reference points to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guideway.model.guides import Guide
from guideway.model.records import RECORD_KINDS

if TYPE_CHECKING:
    from guideway.catalog import Catalog, Entry
    from guideway.model.steps import Step
    from guideway.model.texts import Part

_ROOMS = {
    "guide": "guides/{}/",
    "decision": "decisions/{}/",
    "provider": "providers/{}/",
    "article": "articles/{}/",
    "topic": "topics/{}/",
    "action": "actions/{}/",
    "audience": "guides/",
    "term": "glossary/#term-{}",
}


@dataclass(frozen=True)
class Target:
    """What a name stands for."""

    name: str
    address: str
    """Below the site's root, with a fragment where it is a place on a page."""
    value: Part | Step

    @property
    def title(self) -> str:
        """What its author calls it, as inline Markdown."""
        fields = ("title", "name", "term", "label", "do")
        return next(
            str(getattr(self.value, field)) for field in fields if hasattr(self.value, field)
        )


def address_of(name: str) -> str:
    """Give the address of anything that has a name of its own."""
    kind, _, written = name.partition(".")
    if kind in RECORD_KINDS:
        return f"records/#{fragment_of(name)}"
    return _ROOMS[kind].format(written)


def fragment_of(record: str) -> str:
    """Give the place of a record on a page that lists it."""
    return "record-" + record.replace(".", "-")


def find(catalog: Catalog, name: str, home: Entry[Part] | None) -> Target:
    """Look up a name; `step.…` is a step of the guide that is `home`. The name must exist."""
    if name.startswith("step.") and home is not None and isinstance(home.value, Guide):
        step = next(step for step in home.value.steps if step.id == name.removeprefix("step."))
        return Target(name, f"{address_of(home.name)}#step-{step.id}", step)
    return Target(name, address_of(name), catalog.entries[name].value)

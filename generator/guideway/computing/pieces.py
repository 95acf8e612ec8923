"""What is worked out in a piece, as computed facts."""

from collections.abc import Iterator

from guideway.catalog import Entry
from guideway.catalog.kinds import is_decision, is_guide
from guideway.model.computed import Computed
from guideway.model.texts import Part


def computed_in(entry: Entry[Part]) -> Iterator[tuple[str, Computed]]:
    """List what is worked out in a guide or a decision, each with its id."""
    if is_guide(entry):
        yield from entry.value.computed.items()
    elif is_decision(entry):
        for name, each in entry.value.computed.items():
            yield name, each.computed(entry.value.questions)

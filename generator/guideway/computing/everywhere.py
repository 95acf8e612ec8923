"""Everything that is worked out in guides and decisions, as computed facts."""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.model.computed import Computed
from guideway.model.decisions import Decision
from guideway.model.guides import Guide


def all_computed(
    catalog: Catalog,
) -> Iterator[tuple[Entry[Guide] | Entry[Decision], str, Computed]]:
    """List what is worked out, each with where it is written and its id."""
    for guide in catalog.guides:
        yield from ((guide, name, each) for name, each in guide.value.computed.items())
    for decision in catalog.decisions:
        questions = decision.value.questions
        for name, each in decision.value.computed.items():
            yield decision, name, each.computed(questions)

"""An id or an earlier id names one thing only.

In a decision, questions, outcomes and parts have different names; in a question, its options have,
and in an outcome its passages. Earlier ids (`aliases`) count: an old address with a name that two
have would lead to either of them.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: bridge}
          doubtful: {label: 不确定, go: wait, aliases: [certain]}

Right:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: bridge}
          doubtful: {label: 不确定, go: wait, aliases: [afraid]}
"""

from collections.abc import Iterator, Mapping

from guideway.catalog import Catalog, Entry
from guideway.catalog.load.mend import STAND_IN
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.outcomes import Outcome
from guideway.model.questions import Option, Question
from guideway.problems import Place, Problem
from guideway.source import Trail


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every name that something before it has already; ids come before earlier ids."""
    entries: list[Entry[Decision] | Entry[Guide]] = [*catalog.decisions, *catalog.guides]
    for entry in entries:
        yield from _among_nodes(entry)
        for name, question in entry.value.questions.items():
            trail = ("questions", name, "options")
            yield from _aliases(entry, trail, question.options, dict.fromkeys(question.options))
            for group in question.groups.keys() & question.options.keys():
                place = entry.key_place("questions", name, "groups", group)
                yield _problem(place, group, "an option")


def _among_nodes(entry: Entry[Decision] | Entry[Guide]) -> Iterator[Problem]:
    known: dict[str, str | None] = dict.fromkeys(entry.value.questions)
    outcomes = entry.value.outcomes if isinstance(entry.value, Decision) else {}
    for name in outcomes:
        if name in known:
            yield _problem(entry.key_place("outcomes", name), name, "a question")
    known |= dict.fromkeys(outcomes)
    parts = entry.value.parts if isinstance(entry.value, Decision) else {}
    for name in parts:
        if name in known:
            yield _problem(entry.key_place("parts", name), name, "a question or an outcome")
    known |= dict.fromkeys(parts)
    yield from _aliases(entry, ("questions",), entry.value.questions, known)
    yield from _aliases(entry, ("outcomes",), outcomes, known)
    for name, outcome in outcomes.items():
        yield from _passages(entry, name, outcome)


def _passages(
    entry: Entry[Decision] | Entry[Guide], name: str, outcome: Outcome
) -> Iterator[Problem]:
    """Passages of one outcome have different ids; those of two may have the same, and mean it."""
    known: set[str] = set()
    for number, passage in enumerate(outcome.text):
        if passage.id in known and passage.id != STAND_IN:
            place = entry.place("outcomes", name, "text", number, "id")
            yield _problem(place, passage.id, "a passage of this outcome")
        known |= {passage.id} if passage.id else set()


def _aliases(
    entry: Entry[Decision] | Entry[Guide],
    trail: Trail,
    named: Mapping[str, Question] | Mapping[str, Option] | Mapping[str, Outcome],
    known: dict[str, str | None],
) -> Iterator[Problem]:
    """Hold the aliases of all that is named here against all ids and the aliases before them."""
    for name, part in named.items():
        for number, alias in enumerate(part.aliases):
            if alias in known and alias != STAND_IN:
                owner = known[alias]
                what = f"an earlier id of “{owner}”" if owner else "an id"
                yield _problem(entry.place(*trail, name, "aliases", number), alias, what)
            known.setdefault(alias, name)


def _problem(place: Place, name: str, what: str) -> Problem:
    hint = "give one of them another name"
    return Problem(place, f"“{name}” is {what} already", code="shared-name", hint=hint)

"""What a blank or an input takes is there, and of its kind.

A blank of a guide, and an input of a computed fact, may be filled in with what its reader typed
already: `takes: answer.<question>`; a blank also with what was worked out: `takes:
computed.<id>.<line>`. A day fills in a day, a sum an amount, a number a number.

Wrong:

    content/guides/bridge.yaml
    questions:
      toll: {ask: 交了多少, kind: money, unit: 元, range: [0, 30]}
    blanks:
      asked: {label: 提问的那天, kind: date, takes: answer.toll}
      name: {label: 你的名字, means: own-name}

Right:

    content/guides/bridge.yaml
    questions:
      day: {ask: 哪天问的, kind: date, unit: 天前, range: [0, 30]}
    blanks:
      asked: {label: 提问的那天, kind: date, takes: answer.day}
      name: {label: 你的名字, means: own-name}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.computing.faults import formula_faults
from guideway.computing.names import facts_of
from guideway.computing.writing import line_units
from guideway.model.comparisons import ANSWER
from guideway.model.guides import Guide
from guideway.problems import Problem, near
from guideway.source import Trail

_FILLS = {"date": "date", "money": "amount", "number": "number"}
"""What was typed or came out → the kind of blank that takes it."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find what takes something that is not there, or is of another kind."""
    for entry in catalog.guides:
        kinds = dict(_kinds(catalog, entry.value))
        for name, blank in entry.value.blanks.items():
            yield from _taken(entry, ("blanks", name), blank.takes, blank.kind, kinds)
        for id_, computed in entry.value.computed.items():
            for name, asked in computed.inputs.items():
                at: Trail = ("computed", id_, "inputs", name)
                answers = {name: kind for name, kind in kinds.items() if name.startswith(ANSWER)}
                yield from _taken(entry, at, asked.takes, _FILLS.get(asked.kind, ""), answers)


def _kinds(catalog: Catalog, guide: Guide) -> Iterator[tuple[str, str]]:
    """List what can be taken, each with the kind of blank that takes it."""
    for name, question in guide.questions.items():
        yield f"{ANSWER}{name}", _FILLS.get(question.kind, question.kind)
    for id_, computed in guide.computed.items():
        if not any(formula_faults(catalog, computed)):
            for name, unit in line_units(computed, facts_of(catalog, computed)).items():
                yield f"computed.{id_}.{name}", _FILLS[unit.kind]


def _taken(
    entry: Entry[Guide], at: Trail, takes: str | None, kind: str, kinds: dict[str, str]
) -> Iterator[Problem]:
    if takes is None or kinds.get(takes) == kind:
        return
    place = entry.place(*at, "takes")
    if takes not in kinds:
        message, hint = f"there is nothing called “{takes}” to take", near(takes, kinds)
    else:
        message = f"“{takes}” is for a blank of kind {kinds[takes]}, and this is {kind}"
        hint = "a day fills in a day, a sum an amount, a number a number"
    yield Problem(place, message, code="taken-figure", hint=hint)

"""A question that is asked everywhere is the same question everywhere.

What was answered to a question with `everywhere` is chosen already on other pages that ask it. They
ask it by the same id, with options of the same ids; the order and the words are theirs. A page that
asks the same without `everywhere` is a warning: its reader answers twice.

Wrong:

    content/guides/bridge.yaml
    questions:
      mood: {ask: 你确定吗, everywhere: true, options: {certain: 确定, afraid: 害怕}}
    steps:
      - {id: pay, do: 走过去, when: {mood: certain}}
      - {id: wait, do: 等人一起走, when: {mood: afraid}}
    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        everywhere: true
        options:
          certain: {label: 确定, go: bridge}
          doubtful: {label: 不确定, go: wait}
    hands: {bridge: {asks: [mood]}}

Right:

    content/guides/bridge.yaml
    questions:
      mood: {ask: 你确定吗, everywhere: true, options: {certain: 确定, doubtful: 害怕}}
    steps:
      - {id: pay, do: 走过去, when: {mood: certain}}
      - {id: wait, do: 等人一起走, when: {mood: doubtful}}
    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        everywhere: true
        options:
          certain: {label: 确定, go: bridge}
          doubtful: {label: 不确定, go: wait}
"""

from collections.abc import Iterator
from typing import NamedTuple, cast

from guideway.catalog import Catalog, Entry
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.questions import Question
from guideway.problems import Problem, listed


class _Asked(NamedTuple):
    """A question, and where it is asked."""

    entry: Entry[Guide] | Entry[Decision]
    question: Question


def check(catalog: Catalog) -> Iterator[Problem]:
    """Compare what guides and decisions ask by the same id."""
    asked: dict[str, list[_Asked]] = {}
    for entry in catalog.entries.values():
        if isinstance(entry.value, Guide | Decision):
            for name, question in entry.value.questions.items():
                asked.setdefault(name, []).append(_Asked(cast("Entry[Guide]", entry), question))
    for name, many in asked.items():
        yield from _unlike(name, many)


def _unlike(name: str, asked: list[_Asked]) -> Iterator[Problem]:
    """Find those that differ from the first that is asked everywhere."""
    first = next((each for each in asked if each.question.everywhere), None)
    if first is None:
        return
    options, path = set(first.question.options), first.entry.document.path
    for entry, question in asked:
        is_same = set(question.options) == options and question.kind == first.question.kind
        if question.everywhere and not is_same:
            message = f"“{name}” is asked everywhere, in {path} with other options"
            hint = (
                f"the options there are {listed([*first.question.options])}; or give it another id"
            )
            place = entry.key_place("questions", name)
            yield Problem(place, message, code="asked-everywhere", hint=hint)
        elif is_same and not question.everywhere:
            message = f"“{name}” is asked everywhere in {path}, and here once more"
            hint = "add “everywhere: true”, or give it another id if it is about something else"
            place = entry.key_place("questions", name)
            yield Problem(place, message, code="asked-everywhere", hint=hint, level="warning")

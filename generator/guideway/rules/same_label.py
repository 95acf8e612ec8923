"""Options of a question can be told apart by their labels, and so can cases.

Two that say the same leave the reader to guess. This is a warning. Spaces, widths and capital
letters make no difference.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: bridge}
          doubtful: {label: 确定, go: wait}

Right:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: bridge}
          doubtful: {label: 不确定, go: wait}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.decisions.telling import alike
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.problems import Problem, listed


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find it in every question of a decision or a guide."""
    entries: list[Entry[Decision] | Entry[Guide]] = [*catalog.decisions, *catalog.guides]
    for entry in entries:
        for question, asked in entry.value.questions.items():
            for same in alike({name: option.label for name, option in asked.options.items()}):
                place = entry.key_place("questions", question, "options", same[1])
                message = f"{listed(same)} have the same label"
                hint = "say what makes the difference, or make them one option"
                yield Problem(place, message, code="same-label", hint=hint, level="warning")
        for same in alike({name: case.label for name, case in entry.value.cases.items()}):
            place = entry.key_place("cases", same[1])
            message = f"{listed(same)} have the same label"
            hint = "say what makes the difference, or make them one case"
            yield Problem(place, message, code="same-label", hint=hint, level="warning")

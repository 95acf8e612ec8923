"""The options of a question make a difference.

If some do not, they may be one option with a longer label. This is a warning: sometimes readers
look for the exact word. `unknown` may lead where another option leads.

Wrong:

    content/decisions/gorge.yaml
    questions:
      mood:
        ask: 你确定吗
        options:
          certain: {label: 确定, go: bridge}
          doubtful: {label: 不确定, go: wait}
          asleep: {label: 睡着了, go: wait}

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
from guideway.catalog.kinds import is_guide
from guideway.decisions.proofs import same_options
from guideway.decisions.tailoring import options_alike
from guideway.decisions.telling import spotted
from guideway.model.texts import Part
from guideway.problems import Problem, listed

_HINT = "make them one option, if readers find themselves in it"
_in_decision = spotted(
    same_options, "“{}” lead to the same future", code="same-options", hint=_HINT, level="warning"
)


def check_piece(catalog: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find it in a decision or in a guide."""
    yield from _in_decision(catalog, entry)
    if not is_guide(entry):
        return
    for question in entry.value.questions:
        for options in options_alike(entry, question):
            place = entry.key_place("questions", question, "options", options[1])
            message = f"no condition tells {listed(options)} apart"
            yield Problem(place, message, code="same-options", hint=_HINT, level="warning")

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

from guideway.catalog import Catalog
from guideway.decisions.proofs import same_options
from guideway.decisions.tailoring import options_alike
from guideway.decisions.telling import spotted
from guideway.problems import Problem, listed

_HINT = "make them one option, if readers find themselves in it"
_in_decisions = spotted(
    same_options, "“{}” lead to the same future", code="same-options", hint=_HINT, level="warning"
)


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find it in every decision and in every guide."""
    yield from _in_decisions(catalog)
    for guide in catalog.guides:
        for question in guide.value.questions:
            for options in options_alike(guide, question):
                place = guide.key_place("questions", question, "options", options[1])
                message = f"no condition tells {listed(options)} apart"
                yield Problem(place, message, code="same-options", hint=_HINT, level="warning")

"""Who a condition is for, in a few characters beside what is only for them."""

from collections.abc import Mapping

from guideway.model.conditions import Condition, Is, Ticked
from guideway.model.questions import Case, Question
from guideway.model.texts import room

_MOST = 9
"""Characters of a tag: two short answers and what joins them."""


def tag_of(
    condition: Condition,
    questions: Mapping[str, Question],
    cases: Mapping[str, Case],
    joins: str,
) -> str | None:
    """Say in a few characters who a condition is for, such as “who leaves”; nothing without a name.

    It has one if it is a case, or the answers to a single question, if they are short.
    """
    label = next((case.label for case in cases.values() if case.when == condition), None)
    if label or not isinstance(condition, Is) or condition.question not in questions:
        return label
    options = questions[condition.question].options.items()
    named = condition.options
    if isinstance(condition, Ticked):
        named = condition.boxes if len(condition.boxes) == condition.low == 1 else frozenset()
    tag = joins.join(each.short or each.label for name, each in options if name in named)
    if not tag:
        return None
    return tag if len(tag) <= room(tag, _MOST) else None

"""A deadline says by when, and what is counted has a day to count from.

It has a `limit` in words or a `period`, or both. With a `period`, the page counts: `since` names
a blank of kind `date`.

Wrong:

    content/guides/bridge.yaml
    blanks:
      asked: {label: 提问的那天}
    letters: []
    deadlines:
      - {id: answer, what: 回答, who: 骑士, acts: you, period: period.answer, since: asked}

Right:

    content/guides/bridge.yaml
    blanks:
      asked: {label: 提问的那天, kind: date}
    letters: []
    deadlines:
      - {id: answer, what: 回答, who: 骑士, acts: you, period: period.answer, since: asked}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog
from guideway.model.guides import Deadline, Guide
from guideway.problems import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every deadline that cannot be told or counted."""
    for entry in catalog.guides:
        for number, deadline in enumerate(entry.value.deadlines):
            wrong = _wrong(entry.value, deadline)
            if wrong:
                message, hint = wrong
                place = entry.place("deadlines", number, "id")
                yield Problem(
                    place, message, code="uncounted-deadline", hint=hint, about=deadline.since or ""
                )


def _wrong(guide: Guide, deadline: Deadline) -> tuple[str, str] | None:
    id_, blank = deadline.id, guide.blanks.get(deadline.since or "")
    if not deadline.stands():
        return f"“{id_}” does not say by when", "add a `limit` in words, or a `period`"
    if (deadline.period is None) != (deadline.since is None):
        lacks = "period" if deadline.period is None else "since"
        return (
            f"“{id_}” has no `{lacks}`, so nothing is counted",
            "`period` and `since` go together",
        )
    if blank and blank.kind != "date":
        return f"“{deadline.since}” is no blank for a date", "give it `kind: date`"
    return None

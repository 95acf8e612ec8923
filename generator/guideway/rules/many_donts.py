"""No reader is told more than three things not to do before the first step.

Three lines are read; of eleven none is. What hurts only in a step is said in that step, as its
`warn`; what is good to know is no warning. A fourth that applies to the same readers is closed on
the page, and hardly anybody opens it.

Wrong:

    content/guides/bridge.yaml
    warnings:
      - {text: 别改口, severity: danger}
      - {text: 别看下面, severity: danger}
      - {text: 别抓绳子, severity: caution}
      - {text: 别唱歌, severity: caution}

Right:

    content/guides/bridge.yaml
    warnings:
      - {text: 别改口, severity: danger}
      - {text: 别看下面, severity: danger}
      - {text: 别抓绳子, severity: caution}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_guide
from guideway.decisions.states import Way
from guideway.decisions.tailoring import domains_of, judge, shown_by
from guideway.model.conditions import ALWAYS, Condition, joined
from guideway.model.guides import Guide
from guideway.model.texts import Part
from guideway.problems import Problem

MOST = 3
"""As many as a reader takes in before acting (the prototype of the guide page)."""


def check_piece(_: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find a guide that tells some readers more."""
    if not is_guide(entry) or judge(entry).entangled:
        return
    found = _too_many(entry)
    if found:
        last, way = found
        message = f"some readers are told more than {MOST} things not to do"
        hint = "say it as `warn` of the step where it matters, or say two in one"
        place = entry.place("warnings", last)
        yield Problem(place, message, code="many-donts", hint=hint, answers=way)


def _too_many(entry: Entry[Guide]) -> tuple[int, Way] | None:
    """Give the first that some answers show beside as many as there may be, and these answers.

    Of those that never stand together no larger group is tried.
    """
    together: list[tuple[int, Condition]] = [(0, ALWAYS)]
    domains = domains_of(entry.value)
    for number, warn in enumerate(entry.value.warnings):
        for size, condition in tuple(together):
            both = joined([condition, warn.when or ALWAYS])
            way = shown_by(both, domains)
            if way is not None and size == MOST:
                return number, way
            if way is not None:
                together.append((size + 1, both))
    return None

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
from itertools import combinations

from guideway.catalog import Catalog, Entry
from guideway.decisions.state_graph import Way
from guideway.decisions.tailoring import domains_of, judge, shown_by
from guideway.model.conditions import ALWAYS, joined
from guideway.model.guides import Guide
from guideway.problems import Problem

MOST = 3
"""As many as a reader takes in before acting (the prototype of the guide page)."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every guide that tells some readers more."""
    for entry in (guide for guide in catalog.guides if not judge(guide).entangled):
        found = _too_many(entry)
        if found:
            last, way = found
            message = f"some readers are told more than {MOST} things not to do"
            hint = "say it as `warn` of the step where it matters, or say two in one"
            place = entry.place("warnings", last)
            yield Problem(place, message, code="many-donts", hint=hint, answers=way)


def _too_many(entry: Entry[Guide]) -> tuple[int, Way] | None:
    """Give the last of the first four that some answers show together, and these answers."""
    whens = [warn.when or ALWAYS for warn in entry.value.warnings]
    domains = domains_of(entry.value)
    for numbers in combinations(range(len(whens)), MOST + 1):
        way = shown_by(joined([whens[number] for number in numbers]), domains)
        if way is not None:
            return numbers[-1], way
    return None

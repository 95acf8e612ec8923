"""Every title in the backlog falls under a class of the policy, and what we cover is answered.

`answered` names pages, and places in them that exist: `guide.bridge#step-pay`.

Wrong:

    content/backlog.yaml
    titles:
      - {title: 怎样过桥, seed: "000", under: bridge, reason: 写}

Right:

    content/backlog.yaml
    titles:
      - {title: 怎样过桥, seed: "000", under: bridges, reason: 写, answered: [guide.bridge]}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog
from guideway.catalog.answering_places import answering_places
from guideway.problems import Problem, near

_PLACES = "a place is called by its kind and id: step-pay, letter-…, outcome-…, correction-…"


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find titles under no class, and titles we write about that nothing answers yet."""
    yield from _nowhere(catalog)
    classes = {name: c for policy in catalog.policies for name, c in policy.value.classes.items()}
    for backlog in catalog.backlogs:
        for number, title in enumerate(backlog.value.titles):
            if title.under not in classes:
                place = backlog.place("titles", number, "under")
                message = f"there is no class “{title.under}” in the policy"
                hint = near(title.under, classes)
                misses = "content/policy.yaml"
                yield Problem(place, message, code="backlog-title", hint=hint, misses=misses)
            elif classes[title.under].decision == "cover" and not title.answered:
                place = backlog.place("titles", number, "title")
                message = "this title is one we write about, and nothing answers it"
                hint = "name the guide, decision or warning under `answered`, or write it"
                yield Problem(place, message, code="backlog-title", hint=hint, level="warning")


def _nowhere(catalog: Catalog) -> Iterator[Problem]:
    """Find places that their page has not."""
    for backlog in catalog.backlogs:
        for number, title in enumerate(backlog.value.titles):
            for at, answer in enumerate(title.answered):
                name, _, written = answer.partition("#")
                entry = catalog.entries.get(name)
                known = answering_places(entry.value) if entry and written else ()
                if entry and written and written not in known:
                    place = backlog.place("titles", number, "answered", at)
                    message = f"there is no “{written}” in {name}"
                    hint = near(written, known) or _PLACES
                    yield Problem(place, message, code="backlog-title", hint=hint, misses=name)

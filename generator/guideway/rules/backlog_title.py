"""Every title in the backlog falls under a class of the policy, and what we cover is answered.

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
from guideway.problems import Problem, near


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find titles under no class, and titles we write about that nothing answers yet."""
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

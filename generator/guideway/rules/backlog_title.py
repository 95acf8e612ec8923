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

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.problems import Problem, near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideway.catalog import Catalog


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find titles under no class, and titles we write about that nothing answers yet."""
    classes = {name: c for policy in catalog.policies for name, c in policy.value.classes.items()}
    for backlog in catalog.backlogs:
        for number, title in enumerate(backlog.value.titles):
            if title.under not in classes:
                yield Problem(
                    backlog.place("titles", number, "under"),
                    f"there is no class “{title.under}” in the policy",
                    code="backlog-title",
                    hint=near(title.under, classes),
                )
            elif classes[title.under].decision == "cover" and not title.answered:
                yield Problem(
                    backlog.place("titles", number, "title"),
                    "this title is one we write about, and nothing answers it",
                    code="backlog-title",
                    hint="name the guide, decision or warning under `answered`, or write it",
                    level="warning",
                )

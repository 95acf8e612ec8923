"""A way to do a step says what to do: in steps, in a list, or in a text.

Whoever opens it would find its title again, and nothing else.

Wrong:

    content/guides/bridge.yaml
    steps:
      - id: pay
        do: 回答守桥人的问题
        alternatives: [{label: 步行}, {label: 骑马, points: [两个椰子]}]

Right:

    content/guides/bridge.yaml
    steps:
      - id: pay
        do: 回答守桥人的问题
        alternatives: [{label: 步行, detail: 慢慢走。}, {label: 骑马, points: [两个椰子]}]
"""

from collections.abc import Iterator

from guideway.catalog import Catalog
from guideway.problems import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every way that has nothing but its label."""
    for guide in catalog.guides:
        for number, step in enumerate(guide.value.steps):
            for way, other in enumerate(step.alternatives):
                if not (other.steps or other.points or other.detail):
                    yield Problem(
                        guide.place("steps", number, "alternatives", way, "label"),
                        f"the way “{other.label}” does not say what to do",
                        code="empty-alternative",
                        hint="give it `steps`, `points` or a `detail`, or delete it",
                        about=other.label,
                    )

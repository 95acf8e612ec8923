"""The example of a kind of request that is not covered is found by what is listened to for it.

An example that no phrase and no words together find shows that others like it would be published.
This is a warning.

Wrong:

    content/policy.yaml
    classes:
      bridges: {label: 过桥, decision: cover, reason: 桥是给人过的。}
      trolls:
        label: 推荐巨魔
        decision: warn
        reason: 巨魔吃人。
        promotes: [巨魔秒过桥]
        example: 找巨魔快速过河

Right:

    content/policy.yaml
    classes:
      bridges: {label: 过桥, decision: cover, reason: 桥是给人过的。}
      trolls:
        label: 推荐巨魔
        decision: warn
        reason: 巨魔吃人。
        promotes: [巨魔秒过桥]
        example: 找巨魔秒过桥
"""

from collections.abc import Iterator

from guideway.catalog import Catalog
from guideway.catalog.promoting import listen
from guideway.problems import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find examples of excluded requests that would not be refused."""
    for entry in catalog.policies:
        detector = listen(entry.value)
        for name, kind in entry.value.classes.items():
            is_excluded = kind.decision != "cover" and kind.example
            if is_excluded and not any(detector.promotions(kind.example or "")):
                yield Problem(
                    entry.place("classes", name, "example"),
                    f"nothing that is listened to finds this example of “{kind.label}”",
                    code="unfound-example",
                    hint="add its words to `promotes`, or to the words that promote `together`",
                    level="warning",
                )

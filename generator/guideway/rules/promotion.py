"""No text promotes what the policy excludes.

`content/policy.yaml` lists, for each kind of request that is declined or only warned about, the
phrases that a promoting text would use (`promotes`), and words that promote only when they stand
`together` in one sentence. Spaces, dots, width and case hide nothing; a number stands for any
number. A sentence that warns (`warns`) may name what it warns of, and so may words in quotation
marks, unless the sentence recommends something. Promoting words may also stand where others are
quoted: in the `claim` of a correction, in search words, in what a trap `looks` like, in the policy
and the backlog.

Wrong:

    content/guides/bridge.yaml
    goal: 找巨魔秒过桥

Right:

    content/guides/bridge.yaml
    goal: 走过桥
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.catalog.promoting import listen
from guideway.model.inline import paragraphs, shown
from guideway.model.policy import Backlog, Policy
from guideway.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guideway.catalog import Catalog
    from guideway.catalog.field_texts import FieldText
    from guideway.catalog.promoting import Promotion, PromotionDetector

_QUOTING = {"looks", "mistaken"}


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every promoting statement outside of a quotation."""
    ears = [listen(policy.value) for policy in catalog.policies]
    for entry in catalog.entries.values():
        if not isinstance(entry.value, (Policy, Backlog)):
            for found in entry.texts:
                for promotion in _made(found, ears):
                    yield Problem(
                        entry.place_of(promotion.said, *found.trail),
                        f"“{promotion.said}” promotes what the policy excludes:"
                        f" {promotion.of.label}",
                        code="promotion",
                        hint="say what it does to people, or leave it out",
                    )


def _made(found: FieldText, ears: Sequence[PromotionDetector]) -> Iterator[Promotion]:
    if not found.is_of_others and _QUOTING.isdisjoint(found.trail):
        for paragraph in paragraphs(found.value):
            for ear in ears:
                yield from ear.promotions("".join(shown(paragraph)))

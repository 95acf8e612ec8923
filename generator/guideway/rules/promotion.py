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

from collections.abc import Iterator, Sequence

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.catalog.promoting import Promotion, PromotionDetector, listen
from guideway.model.inline import shown
from guideway.model.policy import Backlog, Policy
from guideway.model.texts import Part
from guideway.problems import Problem

_QUOTING = {"looks", "mistaken"}


def check_text(catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find every promoting statement outside of a quotation."""
    if text.is_of_others or isinstance(entry.value, (Policy, Backlog)):
        return
    if not _QUOTING.isdisjoint(text.trail):
        return
    for promotion in _made(text, catalog.kept(_detectors)):
        place = entry.place_of(promotion.said, *text.trail)
        message = f"“{promotion.said}” promotes what the policy excludes: {promotion.of.label}"
        hint = "say what it does to people, or leave it out"
        yield Problem(place, message, code="promotion", hint=hint)


def _detectors(catalog: Catalog) -> list[PromotionDetector]:
    return [listen(policy.value) for policy in catalog.policies]


def _made(text: FieldText, detectors: Sequence[PromotionDetector]) -> Iterator[Promotion]:
    for paragraph in text.paragraphs:
        for detector in detectors:
            yield from detector.promotions("".join(shown(paragraph)))

"""Outcomes of a decision say different things.

Two with the same text, or the same title, are one, or one of them was copied and not written to its
end. This is a warning. Spaces, widths and capital letters make no difference.

Wrong:

    content/decisions/gorge.yaml
    outcomes:
      bridge: {kind: act, title: 过桥, text: 走吧。, guide: {id: bridge}}
      wait: {kind: wait, title: 等一等, text: 走吧。, next: [channel.keeper.hotline]}

Right:

    content/decisions/gorge.yaml
    outcomes:
      bridge: {kind: act, title: 过桥, text: 走吧。, guide: {id: bridge}}
      wait: {kind: wait, title: 等一等, text: 想好再来。, next: [channel.keeper.hotline]}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_decision
from guideway.catalog.load.mend import STAND_IN
from guideway.decisions.telling import alike
from guideway.model.decisions import Decision
from guideway.model.texts import Part
from guideway.problems import Problem, listed


def check_piece(_: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find it in a decision."""
    if not is_decision(entry):
        return
    texts = [*alike(_texts(entry.value))]
    told = {name for same in texts for name in same}
    outcomes = entry.value.outcomes.items()
    titles = {name: each.title for name, each in outcomes if name not in told}
    titles = {name: title for name, title in titles.items() if title != STAND_IN}
    for what, found in (("text", texts), ("title", alike(titles))):
        for same in found:
            place = entry.key_place("outcomes", same[1], *([] if what == "text" else [what]))
            message = f"the outcomes {listed(same)} have the same {what}"
            hint = "lead to one of them, or say what makes the difference"
            yield Problem(place, message, code="same-outcome", hint=hint, level="warning")


def _texts(decision: Decision) -> dict[str, str]:
    """Join the passages of each outcome."""
    outcomes = decision.outcomes.items()
    return {name: "\n".join(part.text for part in each.text) for name, each in outcomes}

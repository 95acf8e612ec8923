"""What a reader who walked a decision should hand to its guide, said the plainest way."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

from guideway.model.conditions import holds
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.outcomes import Handover
from guideway.pages.hands import Hand


def expected(
    decision: Decision, outcome: str, guide: Guide, said: Mapping[str, str]
) -> dict[str, str]:
    """Go through the questions of a guide one by one, with the answers of one reader."""
    handover = led_to(decision, outcome, said)
    assert handover
    hands = decision.hands.get(handover.id)
    found = dict(handover.answers)
    for name, asked in guide.questions.items():
        if name in found or name in handover.asks or (hands and name in hands.asks):
            continue
        here = decision.questions.get(name)
        if hands and name in hands.answers:
            for source, meanings in hands.answers[name].items():
                if said.get(source) in meanings:
                    found[name] = meanings[said[source]]
                    break
        elif here and set(here.options) == set(asked.options) and name in said:
            found[name] = said[name]
    return found


def led_to(decision: Decision, outcome: str, said: Mapping[str, str]) -> Handover | None:
    """The guide that an outcome leads one reader to: the first that is for them."""
    for handover in decision.outcomes[outcome].guides:
        if handover.when is None or holds(handover.when, said):
            return handover
    return decision.outcomes[outcome].guide


def answers_in(address: str, guide: Guide) -> dict[str, str]:
    """Say what a link tells its guide: by the situation it leads to, and in its fragment."""
    page, _, fragment = address.partition("#")
    situation = guide.situations.get(page.rstrip("/").rpartition("/")[2])
    own = situation.answers if situation else {}
    return {**own, **dict(parse_qsl(fragment.partition("?")[2]))}


def given(hand: Hand, guide: Guide, said: Mapping[str, str]) -> dict[str, str]:
    """Do with a link what the script in the page does."""
    found = answers_in(hand.address, guide)
    for part in hand.later.split():
        if part.startswith("blank."):
            continue  # no answer: what is filled in
        if ":" not in part and "=" in part:
            found.setdefault(*part.split("="))
            continue
        question, here, options = (*part.split(":"), "", "")[:3]
        answer = said.get(here or question)
        pairs = [pair.partition("=") for pair in options.split(",")]
        means = {option: meaning or option for option, _, meaning in pairs}
        told = means.get(answer or "") if options else answer
        if told:
            found.setdefault(question, told)
    return found

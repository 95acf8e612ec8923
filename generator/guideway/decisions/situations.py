"""A guide and the answers of a situation → the guide that is left for who is in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import cast

from guideway.catalog import Entry
from guideway.decisions.coming_out import ComingOut
from guideway.decisions.tailoring import conditional, domains_of, used_questions
from guideway.model.conditions import (
    ALWAYS,
    NEVER,
    Answers,
    Condition,
    Domains,
    joined,
    residual,
)
from guideway.model.guides import Guide
from guideway.model.letters import Blank
from guideway.model.placeholders import placeholders
from guideway.model.questions import Case
from guideway.model.satisfying import Entangled, satisfy
from guideway.model.texts import Part

_GONE = object()


@dataclass(frozen=True)
class _Around:
    """What is known where a part stands: the answers, and what has to hold for it to be there."""

    answers: Answers
    domains: Domains
    condition: Condition = ALWAYS

    def rules_out(self, left: Condition) -> bool:
        """Whether nothing that can still be answered makes both this and `left` hold."""
        is_alone = self.condition == ALWAYS and not isinstance(self.domains, ComingOut)
        if left == NEVER or is_alone:
            return left == NEVER
        try:
            return satisfy(joined([self.condition, left]), self.domains, self.answers) is None
        except Entangled:
            return False


def tailored(entry: Entry[Guide], answers: Answers) -> Entry[Guide]:
    """Leave out what these answers hide, and ask only what they leave open.

    A case that is left in part keeps its label. What stood in a step that is left out goes with
    it, unless another step has it as well.
    """
    domains = domains_of(entry.value)
    known = domains.known(answers) if isinstance(domains, ComingOut) else answers
    around = _Around(known, domains)
    left = replace(entry, value=cast("Guide", _part(entry.value, around)))
    used = used_questions(left)
    open_ones = {name: asked for name, asked in left.value.questions.items() if name in used}
    steps = {step.id for step in left.value.steps}
    placed = {
        name: tuple(
            each.model_copy(update={"at": tuple(id_ for id_ in each.at if id_ in steps)})
            for each in getattr(left.value, name)
        )
        for name in ("deadlines", "letters")
    }
    told = tuple(each for each in left.value.corrections if each.at is None or each.at in steps)
    changed = {**placed, "questions": open_ones, "corrections": told, "situations": {}}
    value = left.value.model_copy(update=changed)
    return replace(left, value=value.model_copy(update={"blanks": _asked_for(value)}))


def _asked_for(guide: Guide) -> dict[str, Blank]:
    """Keep the blanks that a letter or a day still asks for, and those they are compared with."""
    texts = chain.from_iterable(
        (letter.to, letter.signed, *(passage.text for passage in letter.body))
        for letter in guide.letters
    )
    named = {name.removeprefix("blank.") for text in texts for name, _ in placeholders(text)}
    named |= {deadline.since for deadline in guide.deadlines if deadline.since}
    named |= {blank for name in named & guide.blanks.keys() for blank in _beside(guide, name)}
    return {name: blank for name, blank in guide.blanks.items() if name in named}


def _beside(guide: Guide, name: str) -> Iterator[str]:
    yield from filter(None, (guide.blanks[name].after, guide.blanks[name].before))


def _part(part: Part, around: _Around) -> object:
    changed: dict[str, object] = {}
    inside = around
    fields = conditional(type(part))
    for name in fields:
        old = getattr(part, name)
        if isinstance(old, Condition):
            left = residual(old, around.answers)
            if around.rules_out(left) or (left == ALWAYS and isinstance(part, Case)):
                return _GONE
            inside = replace(around, condition=joined([around.condition, left]))
            changed[name] = None if left == ALWAYS else left
    for name in fields:
        if name not in changed:
            old = getattr(part, name)
            new = _value(old, inside)
            if new is not old:
                changed[name] = None if new is _GONE else new
    return part.model_copy(update=changed) if changed else part


def _value(value: object, around: _Around) -> object:
    if isinstance(value, Part):
        return _part(value, around)
    if isinstance(value, tuple):
        items = [_value(item, around) for item in value]
        same = all(new is old for new, old in zip(items, value, strict=True))
        return value if same else tuple(item for item in items if item is not _GONE)
    if isinstance(value, Mapping):
        kept = {key: _value(item, around) for key, item in value.items()}
        same = all(kept[key] is value[key] for key in kept)
        return value if same else {key: item for key, item in kept.items() if item is not _GONE}
    return value

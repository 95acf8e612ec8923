"""A number that a sentence warns of cannot be tapped there.

A reader in a hurry taps the number, not the “not”. `[](channel.keeper.hotline@number)` shows it
without a call. What is said of such numbers is under `warned` in `content/care.yaml`, with … for
the number.

Wrong:

    content/care.yaml
    boxes: {}
    warned: [别打…]
    content/guides/bridge.yaml
    goal: 过桥以前别打[](channel.keeper.hotline)

Right:

    content/care.yaml
    boxes: {}
    warned: [别打…]
    content/guides/bridge.yaml
    goal: 过桥以前别打[](channel.keeper.hotline@number)
"""

import re
from collections.abc import Iterator, Sequence

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.records import Channel
from guideway.model.texts import Part
from guideway.problems import Problem

_GAP = "\u2026"
_SENTENCE = re.compile("[^\u3002\uff1b\uff01\uff1f\n]+")
_CALL = re.compile(r"\[\]\((channel\.[a-z0-9.-]+)(?:@call)?\)")


def check_text(catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find every number that could be called in a sentence that says not to."""
    warned = catalog.kept(_phrases) if "channel." in text.value else ()
    for sentence in _SENTENCE.findall(text.value) if warned else ():
        for name, phrase in _warned(catalog, sentence, warned):
            place = entry.place_of(name, *text.trail)
            message = f"this sentence warns of {name} (“{phrase}”), and it can be called there"
            hint = f"[]({name}@number) shows it without a call"
            yield Problem(place, message, code="warned-number", hint=hint)


def _phrases(catalog: Catalog) -> tuple[str, ...]:
    return tuple(phrase for care in catalog.cares for phrase in care.value.warned)


def _warned(catalog: Catalog, sentence: str, warned: Sequence[str]) -> Iterator[tuple[str, str]]:
    for call in _CALL.finditer(sentence):
        target = catalog.get(call[1])
        if target and isinstance(target.value, Channel) and target.value.medium == "phone":
            before, after = sentence[: call.start()], sentence[call.end() :]
            around = "".join(f"{before}{_GAP}{after}".split())
            said = next((phrase for phrase in warned if phrase in around), None)
            if said:
                yield call[1], said

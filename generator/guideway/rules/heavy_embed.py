"""An embedded page weighs no more than 30 KB, as the page of its host has to load it.

It holds every step and letter whole, so what it weighs follows from what its author wrote; nothing
is left out to make it lighter. This is a warning. The weight is told from the length of its texts,
to some eight per cent: gzipped, with its script and style.

Wrong:

    content/guides/bridge.yaml
    needs:
      - what: (带。)×495
      - what: (拿。)×495
      - what: (找。)×495
      - what: (问。)×495
      - what: (记。)×495
      - what: (收。)×495
      - what: (写。)×495
      - what: (看。)×495
      - what: (听。)×495
      - what: (等。)×495

Right:

    content/guides/bridge.yaml
    needs:
      - what: 带×50
      - what: 拿×50
      - what: 找×50
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from guideway.catalog import Catalog, Entry
from guideway.model.decisions import Decision
from guideway.model.embedded import EMBEDDED
from guideway.model.guides import Guide
from guideway.model.texts import Part
from guideway.model.values import bands
from guideway.problems import Place, Problem

BUDGET = 30 * 1024
"""Bytes, gzipped: the HTML of an embedded page, its script and its style."""


class Weight(NamedTuple):
    """How heavy embedded pages of a kind are, in bytes, gzipped."""

    empty: int
    """With no text in it: script, style, frame."""
    each: float
    """What a byte of text comes to, with its markup."""


WEIGHTS = {
    "guide": Weight(17_950, 0.50),
    "decision": Weight(12_700, 0.64),
    "warning": Weight(6_750, 0.54),
}
"""By what was measured of our own pages; a test holds them against these again."""


COMPUTED = 900
"""What a computed fact has besides its texts: its formulas for the script, and an example."""

TYPING, COUNTING, WORKING = 4_100, 5_700, 7_900
"""What the script of a decision has more to read what is typed, to count days besides, and to work
out what it says or compares."""


def check_piece(_: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find a page whose embedded form is too heavy."""
    if entry.kind not in WEIGHTS:
        return
    weight = weight_of(entry)
    if weight > BUDGET:
        place = Place(entry.document.path)
        message = (
            f"its embedded page weighs about {weight / 1024:.0f} KB, and 30 KB are enough"
            " for a page of somebody else"
        )
        hint = "say it in fewer words, or make two pages of it; nothing is left out"
        yield Problem(place, message, code="heavy-embed", hint=hint, level="warning")


def weight_of(entry: Entry[Any]) -> int:
    """Tell how heavy the embedded page is, in bytes, from the texts it shows."""
    said = (text.value for text in entry.texts if text.trail[0] in EMBEDDED[entry.kind])
    weight = WEIGHTS[entry.kind]
    text = weight.each * sum(len(text.encode()) for text in said)
    return round(weight.empty + text + _of_scripts(entry))


def _of_scripts(entry: Entry[Any]) -> int:
    """Tell what the scripts weigh that read what is typed and count days, and what is computed."""
    if isinstance(entry.value, Guide):
        return COMPUTED * len(entry.value.computed)
    asked = entry.value.questions.values() if isinstance(entry.value, Decision) else ()
    if isinstance(entry.value, Decision) and entry.value.computed:
        return WORKING
    if any(band.since for question in asked for _, band in bands(question)):
        return COUNTING
    return TYPING if any(question.range or question.sets for question in asked) else 0

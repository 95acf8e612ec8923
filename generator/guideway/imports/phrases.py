"""What the import listens to, and the remarks it writes: `templates/imports.yaml`, made ready."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from guideway.imports.numbering import Numberings, numberings

LONGEST = 600
"""So many characters of a sentence are listened to; no pattern takes long over them."""

_Patterns = Mapping[str, re.Pattern[str]]


@dataclass(frozen=True)
class Phrases:
    """Patterns by what they mean, and remarks by what they are about."""

    sections: _Patterns
    """What a heading begins: `needs`, `steps`, `cautions` …, in the order in which to ask."""
    left_out: _Patterns
    """Why a sentence is left out: `furniture`, `promotion`, `filler`."""
    signs: _Patterns
    """What tells a reason to look again, or what a sentence does."""
    who: Mapping[str, re.Pattern[str]]
    """Who has to keep a time limit: `you`, `them`."""
    numberings: Numberings
    """How lines are numbered, and sentences put in order."""
    remarks: Mapping[str, str]
    doubts: Mapping[str, str]
    """What is remarked about a doubt, by its name."""

    def section(self, heading: str) -> str:
        """Say what a heading begins; empty if that is not known."""
        return _first(self.sections, heading)

    def why_left_out(self, sentence: str) -> str:
        """Say why a sentence is none for a guide; empty if it may be one."""
        why = _first(self.left_out, sentence)
        return "" if why == "promotion" and self.tells("warns", sentence) else why

    def tells(self, sign: str, sentence: str) -> re.Match[str] | None:
        """Find a sign in a sentence."""
        return self.signs[sign].search(sentence.lower()[:LONGEST])


def phrases(data: Mapping[str, Any]) -> Phrases:
    """Make the words of the file ready."""
    remarks = dict(data["remarks"])
    doubts = remarks.pop("doubts")
    return Phrases(
        sections=_ready(data["sections"]),
        left_out=_ready(data["left_out"]),
        signs=_ready(data["signs"]),
        who=_ready(data["who"]),
        numberings=numberings(data["numberings"]),
        remarks=remarks,
        doubts=doubts,
    )


def _ready(group: Mapping[str, Iterable[str]]) -> _Patterns:
    return {
        name: re.compile("|".join(f"(?:{word})" for word in words)) for name, words in group.items()
    }


def _first(patterns: _Patterns, text: str) -> str:
    said = text.lower()[:LONGEST].strip(" \t\u3000:：。.")
    return next((name for name, pattern in patterns.items() if pattern.search(said)), "")

"""What became of each sentence of an article: for people and for programs."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from guideway.imports.doubts import Doubt
from guideway.imports.sentences import Sentence
from guideway.imports.sieve import Dropped

_WIDTH = 70
"""So many characters of a sentence are shown."""
_WHYS = {
    "furniture": "furniture of the page",
    "contents": "a list of contents",
    "leads": "leads to other articles",
    "columns": "names of columns",
    "picture": "a picture; take it over by hand, if it may be",
    "others": "titles of other articles",
    "promotion": "promotion",
    "filler": "says nothing",
    "repeated": "said before",
    "announcing": "only announces the list below it",
    "closing": "sums up",
    "intro": "leads in, and instructs nobody",
    "background": "instructs nobody",
}
_DOUBTS = {
    "announced": "a list is announced and missing",
    "counted": "says {said}, has {other}",
    "evading": "evades filters: “{said}”",
    "mistaken": "“{said}” is known to be wrong, see {other}",
    "phone": "unknown number {said}",
    "site": "unknown site {said}",
    "unsourced": "“{said}” without a source",
    "unplaced": "no part of a guide has a place for it",
    "headless": "nothing says whether the first row is the head",
    "deep": "one level of numbering too many",
}


@dataclass(frozen=True)
class Tally:
    """Every sentence of an article, in one of three places."""

    name: str
    """Of the article's file."""
    encoding: str
    kept: tuple[Sentence, ...]
    """In the draft, as they were."""
    marked: tuple[tuple[Sentence, tuple[Doubt, ...]], ...]
    """In the draft, with a reason to look again."""
    dropped: tuple[Dropped, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many sentences are where."""
        return {"kept": len(self.kept), "marked": len(self.marked), "dropped": len(self.dropped)}


def as_text(tally: Tally) -> str:
    """Say what share went where, then each sentence that is marked or dropped, and why."""
    every = sum(tally.counts.values())
    lines = [f"{tally.name} ({tally.encoding}): {every} sentences"]
    lines += [
        f"  {name:8}{count:5}{count / max(every, 1):6.0%}" for name, count in tally.counts.items()
    ]
    lines += ["", "marked:"] if tally.marked else []
    for sentence, doubts in tally.marked:
        lines.append(_shown(sentence))
        lines += [f"        {_why(doubt)}" for doubt in doubts]
    lines += ["", "dropped:"] if tally.dropped else []
    for why in dict.fromkeys(each.why for each in tally.dropped):
        found = [each.sentence for each in tally.dropped if each.why == why]
        lines += [f"  {_WHYS[why]} ({len(found)}):", *map(_shown, found)]
    return "\n".join(lines)


def as_json(tally: Tally) -> str:
    """Give counts, and lists of objects with line, text and why."""
    marked = [
        {"line": sentence.line, "text": sentence.text, "why": [_why(doubt) for doubt in doubts]}
        for sentence, doubts in tally.marked
    ]
    dropped = [
        {"line": each.sentence.line, "text": each.sentence.text, "why": _WHYS[each.why]}
        for each in tally.dropped
    ]
    said = {"file": tally.name, "encoding": tally.encoding, **tally.counts}
    rows = {**said, "sentences": {"marked": marked, "dropped": dropped}}
    return json.dumps(rows, ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Tally], str]] = {"text": as_text, "json": as_json}


def _shown(sentence: Sentence) -> str:
    text = sentence.text
    return f"{sentence.line:6}  {text if len(text) <= _WIDTH else text[:_WIDTH] + '…'}"


def _why(doubt: Doubt) -> str:
    return _DOUBTS[doubt.kind].format(said=doubt.said, other=doubt.other)

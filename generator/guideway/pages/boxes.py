"""What is ticked, as a page without script says it: which boxes lead where, in a few words.

Answers that lead to the same place are one line. What they have in common is found by leaving out,
of all that is known of a set, whatever makes no difference: “有甲，没有乙”.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guideway.model.box_sets import BoxSets, Tally
from guideway.model.questions import Option, Question
from guideway.pages.sounds import spelt

_Fact = tuple[Tally, bool]
"""Of some boxes so many are ticked, or not so many."""

_FEW = 4
"""So many boxes are named one by one where all of them are meant."""


@dataclass(frozen=True)
class Line:
    """A line of what can be answered, or ticked."""

    name: str
    """The answer, or the first of several."""
    option: Option
    data: Mapping[str, str]
    """What the script has to know, by the names of `data-` attributes."""


def boxes_of(question: Question) -> Iterator[Line]:
    """List what can be ticked."""
    for name, option in question.options.items() if question.sets else ():
        alone = {"exclusive": ""} if option.exclusive else {}
        yield Line(name, option, {**alone, **spelt(question, name)})


def lines_of(
    question: Question, targets: Mapping[str, int | None], words: Mapping[str, str]
) -> Iterator[Line]:
    """Put the sets of boxes that lead to the same state into one line.

    The script gets of each what fits it, any of these: the id of a box that stands alone, or facts
    that all hold: boxes, how few and how many of them, and whether it is so.
    """
    sets = question.sets
    if sets is None:
        return
    for target in dict.fromkeys(targets.values()):
        names = [name for name, go in targets.items() if go == target]
        alone = [name for name in names if name in sets.alone]
        facts = _in_common([name for name in names if name not in alone], sets)
        said = [*(_said(question, each, words) for each in facts)]
        said += [question.options[name].label for name in alone]
        label = words["or"].join(said)
        data = [[[list(t.boxes), t.low, t.high, is_so] for t, is_so in each] for each in facts]
        ticked = json.dumps([*data, *alone], separators=(",", ":"))
        yield Line(names[0], Option.model_construct(label=label), {"ticked": ticked})


def _in_common(names: Iterable[str], sets: BoxSets) -> list[tuple[_Fact, ...]]:
    """Give facts such that who is in one of these answers, and nobody else, has all of some."""
    every = {name: verdicts for verdicts, name in sets.names.items()}
    inside = {name: every[name] for name in names}
    outside = [verdicts for name, verdicts in every.items() if name not in inside]
    # Nobody ticks nothing; but “not a, not b” is no way to say that somebody has c.
    nothing = tuple(tally.holds(()) for tally in sets.tests)
    outside += [nothing] if nothing not in inside.values() else []
    found: list[tuple[_Fact, ...]] = []
    left = dict(inside)
    while left:
        verdicts = next(iter(left.values()))
        kept = _what_matters(verdicts, outside)
        found.append(tuple((sets.tests[n], verdicts[n]) for n in kept))
        left = {
            name: other
            for name, other in left.items()
            if any(other[n] != verdicts[n] for n in kept)
        }
    return found


def _what_matters(verdicts: tuple[bool, ...], outside: Sequence[tuple[bool, ...]]) -> list[int]:
    """Leave out what is not needed to tell an answer from those outside; what is not so first."""
    kept = list(range(len(verdicts)))
    for number in sorted(kept, key=lambda n: (verdicts[n], -n)):
        rest = [n for n in kept if n != number]
        if not any(all(other[n] == verdicts[n] for n in rest) for other in outside):
            kept = rest
    return kept


def _said(question: Question, facts: tuple[_Fact, ...], words: Mapping[str, str]) -> str:
    """Say what somebody has, then what not, each in the order of the boxes."""
    said = sorted(_fact(question, fact, words) for fact in facts)
    return words["and"].join(text for *_, text in said) or words["some"]


def _fact(question: Question, fact: _Fact, words: Mapping[str, str]) -> tuple[bool, list[int], str]:
    """Give whether a fact says what somebody has not, where its boxes are, and its words."""
    tally, is_so = fact
    plain = [name for name, option in question.options.items() if not option.exclusive]
    boxes = [name for name in plain if name in tally.boxes]
    form, numbers = _form(tally.low, min(tally.high, len(boxes)), len(boxes), is_so=is_so)
    labels = (question.options[name].short or question.options[name].label for name in boxes)
    names = words["join"].join(words["quoted"].format(name=label) for label in labels)
    if len(boxes) == len(plain) > _FEW:
        names = words["every"].format(number=len(plain))
    text = words[form].format(names=names, **numbers)
    return form in {"lacks", "none", "at_most"}, [plain.index(box) for box in boxes], text


def _form(low: int, high: int, size: int, *, is_so: bool) -> tuple[str, dict[str, int]]:
    """Choose how it is said that of so many boxes so many are ticked, or not so many."""
    if high < size and low > 0:
        form = "exactly" if low == high else "between"
        return (form if is_so else f"not_{form}"), {"least": low, "most": high}
    if high >= size:
        is_least, edge = is_so, low if is_so else low - 1
    else:
        is_least, edge = not is_so, high if is_so else high + 1
    if is_least:
        whole = "has" if size == 1 else "all"
        return (whole if edge >= size else "at_least"), {"number": edge}
    none = "lacks" if size == 1 else "none"
    return (none if edge <= 0 else "at_most"), {"number": edge}

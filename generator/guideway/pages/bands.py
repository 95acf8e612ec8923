"""A question to type an answer to: what its script has to know, and its bands in words."""

import json
from collections import Counter
from collections.abc import Mapping
from functools import partial

from guideway.deadlines.counting import rule_of
from guideway.decisions.worked import Worked
from guideway.model.decisions import Decision
from guideway.model.questions import Option, Question
from guideway.model.values import Band, bands, beside, decimals_of, limits, said_of
from guideway.model.words import Words
from guideway.pages.figures import amount, ends, figure, money
from guideway.pages.wording import written_day
from guideway.pages.worked import script_name


def typed(question: Question) -> Mapping[str, str]:
    """Say what can be typed, by the names of `data-` attributes; of other questions what is odd."""
    if isinstance(question, Worked):
        name, decimals = script_name(question), str(question.decimals)
        return {"worked": name, "decimals": decimals, "lies": question.lies}
    if question.everywhere:
        return {"everywhere": ""}
    if question.range is None:
        return {"kind": question.kind} if question.sets else {}
    least, most = (said_of(question, end) for end in limits(question))
    decimals = str(decimals_of(question))
    said = {"low": least, "high": most, "decimals": decimals, "unit": question.unit or ""}
    more = {"refused": question.refused or "", "beside": beside(question) or ""}
    told = {name: each for name, each in more.items() if each}
    return {"kind": question.kind, "lies": question.lies, **said, **told}


def begins(question: Question, name: str) -> Mapping[str, str]:
    """Say from which value on an option applies, by the names of `data-` attributes."""
    band = question.options[name]
    if not isinstance(band, Band):
        return {}
    told = {"from": said_of(question, band.least)}
    if band.since:
        told["since"] = json.dumps(vars(rule_of(band.since.period)))
    return {**told, "order": band.order} if band.order else told


def told_apart(question: Question, targets: Mapping[str, int | None]) -> Question:
    """Leave out how values are to another answer where that leads nowhere else.

    What is not among the targets nobody can answer there, or something else stands for it.
    """
    ordered = [(name, band) for name, band in bands(question) if band.order]
    leads = {(band.least, targets[name]) for name, band in ordered if name in targets}
    differ = {least for least, many in Counter(least for least, _ in leads).items() if many > 1}
    options = dict(question.options)
    for name, band in ordered:
        if band.least not in differ and band.order == "under":
            options[name] = band.model_copy(update={"order": None})
        elif band.least not in differ:
            del options[name]
    return question.model_copy(update={"options": options})


def in_words(question: Question, words: Words, asked: Mapping[str, Question]) -> Question:
    """Say of bands what nobody knows by heart: that the last goes on, when a period ends.

    `asked` are the questions that something is compared with.
    """
    last = [name for name, _ in bands(question)][-1:]
    options: dict[str, Option] = dict(question.options)
    for name, band in bands(question):
        span = _span(question, band, words, is_last=name in last)
        if band.order:
            span = words["bands"][band.order].format(span=span, other=asked[band.beside].ask)
        options[name] = band.model_copy(update={"label": span})
    return question.model_copy(update={"options": options})


def worded(decision: Decision, words: Words) -> Decision:
    """Say all bands of a decision in words, for texts that name what was typed."""
    asked = decision.questions
    told = {
        name: question if isinstance(question, Worked) else in_words(question, words, asked)
        for name, question in asked.items()
    }
    return decision.model_copy(update={"questions": told})


_SPELT = {"money": money, "calendar": written_day}
"""How what is typed is written, by its kind or where it lies."""
_LAST = {"calendar": "from"}


def _span(question: Question, band: Band, words: Words, *, is_last: bool) -> str:
    said = words["bands"]
    spelt = partial(_SPELT.get(question.lies) or _SPELT.get(question.kind, figure), words)
    least, most = (spelt(said_of(question, end)) for end in (band.least, band.most))
    low, high = (amount(words, end, question.unit or "") for end in (least, most))
    if band.since or band.until:
        since = said["passed"].format(period=band.since.period.label) if band.since else ""
        until = said["within"].format(period=band.until.period.label) if band.until else ""
        from_ = said["from"].format(least=low) if not since and band.least else ""
        to = said["to"].format(most=high) if not until and not is_last else ""
        return str(said["joins"].join(filter(None, (since or from_, until or to))))
    if is_last and least != most:
        form = _LAST.get(question.lies, question.lies) if question.kind == "date" else "number"
        return str(said[form].format(least=low))
    if least == most:
        return str(said["one"].format(least=low))
    first, last = ends(words, least, most, question.unit or "")
    return str(said["span"].format(least=first, most=last))

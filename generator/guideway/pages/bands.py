"""A question to type an answer to: what its script has to know, and its bands in words."""

from collections.abc import Mapping

from guideway.model.questions import Question
from guideway.model.values import bands, decimals_of, limits, written
from guideway.model.words import Words


def typed(question: Question) -> Mapping[str, str]:
    """Say what can be typed, by the names of `data-` attributes; nothing of other questions."""
    if question.kind == "one":
        return {}
    decimals = decimals_of(question)
    least, most = (written(end, decimals) for end in limits(question))
    said = {"least": least, "most": most, "decimals": str(decimals), "unit": question.unit or ""}
    more = {"refused": question.refused} if question.refused else {}
    return {"kind": question.kind, "lies": question.lies, **said, **more}


def in_words(question: Question, words: Words) -> Question:
    """Say of the last band that it goes on: nobody knows the largest number by heart."""
    last = list(bands(question))[-1:]
    options = dict(question.options)
    for name, least, most in last if question.kind != "one" else ():
        if least != most:
            form = question.lies if question.kind == "date" else "number"
            label = words["bands"][form].format(least=name, unit=question.unit)
            options[name] = options[name].model_copy(update={"label": label})
    return question.model_copy(update={"options": options})

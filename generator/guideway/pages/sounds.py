"""How options of a long list can be typed: in pinyin, syllable by syllable; in old characters."""

from collections.abc import Mapping

from pypinyin import lazy_pinyin

from guideway.model.questions import Question
from guideway.pages.variants import traditional

_LONG = 15
"""Options one looks through at a glance; of more, a page with script has a box to type in."""


def is_long(question: Question) -> bool:
    """Say whether a question has so many options that one would rather type."""
    return len(question.options) > _LONG


def variants(question: Question) -> Mapping[str, str]:
    """List traditional characters for those of a long list, each before its simple form."""
    if not is_long(question):
        return {}
    labels = "".join(option.label for option in question.options.values())
    pairs = "".join(old + new for old, new in traditional(labels))
    return {"variants": pairs} if pairs else {}


def spelt(question: Question, name: str) -> Mapping[str, str]:
    """Spell an option of a long list, by the name of a `data-` attribute; nothing of others."""
    if not is_long(question):
        return {}
    return {"spelt": " ".join(lazy_pinyin(question.options[name].label.lower())).strip()}

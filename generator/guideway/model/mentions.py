"""Answers named in texts: `{answer.kind}` is what the reader answered to the question `kind`."""

import re
from collections.abc import Iterator, Mapping

from guideway.model.inline import escaped

_MENTION = re.compile(r"\{answer\.([^{}\n]*)\}")


def mentioned(text: str) -> Iterator[str]:
    """List the questions whose answers a text names, in order: `kind` of `{answer.kind}`."""
    if "{answer." in text:
        yield from (found[1] for found in _MENTION.finditer(text))


def filled(text: str, said: Mapping[str, str], *, is_markup: bool = True) -> str:
    """Put answers into a text; of a question without one the mention stays.

    `said` is question → words; in inline Markdown (`is_markup`) no sign in them means anything.
    """
    if "{answer." not in text:
        return text

    def words(found: re.Match[str]) -> str:
        answer = said.get(found[1], found[0])
        return escaped(answer) if is_markup and found[1] in said else answer

    return _MENTION.sub(words, text)


def renamed(text: str, ahead: str) -> str:
    """Call the answers that a text names by longer names: `ahead` stands before each."""
    return _MENTION.sub(lambda found: f"{{answer.{ahead}{found[1]}}}", text)

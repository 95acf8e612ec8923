"""Answers named in texts: `{answer.kind}` is what the reader answered to the question `kind`.

`{computed.back.due}` is what comes out of a line of what the decision works out.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from guideway.model.inline import escaped

_MENTION = re.compile(r"\{(?:answer\.|(?=computed\.))([^{}\n]*)\}")

COMPUTED = "computed."
"""What the name of something begins with that is worked out: `computed.<id>.<line>`."""


def mentioned(text: str) -> Iterator[str]:
    """List the questions whose answers a text names, in order: `kind` of `{answer.kind}`.

    Of what is worked out: `computed.back.due`.
    """
    if "{answer." in text or "{computed." in text:
        yield from (found[1] for found in _MENTION.finditer(text))


def filled(text: str, said: Mapping[str, str], *, is_markup: bool = True) -> str:
    """Put answers into a text; of a question without one the mention stays.

    `said` is question, or `computed.<id>.<line>`, → words; in inline Markdown (`is_markup`) no sign
    in them means anything.
    """
    if "{answer." not in text and "{computed." not in text:
        return text

    def words(found: re.Match[str]) -> str:
        answer = said.get(found[1], found[0])
        return escaped(answer) if is_markup and found[1] in said else answer

    return _MENTION.sub(words, text)


def replaced(text: str, put: Callable[[str, str], str]) -> str:
    """Put something else for every mention: `put` gets its name and how it is written."""
    return _MENTION.sub(lambda found: put(found[1], found[0]), text)


def renamed(text: str, ahead: str) -> str:
    """Call the answers that a text names by longer names: `ahead` stands before each."""
    return _MENTION.sub(lambda found: f"{{{_longer(found[1], ahead)}}}", text)


def _longer(name: str, ahead: str) -> str:
    if name.startswith(COMPUTED):
        return f"{COMPUTED}{ahead}{name.removeprefix(COMPUTED)}"
    return f"answer.{ahead}{name}"

"""A quote or bracket that is opened in a text is closed in it, and the other way round.

Without its partner a reader does not know where a name begins, or where what somebody says ends.
The bracket of a numbered point, as in `1）`, needs none. If a sign must stand alone, a remark says
so (`# allow unpaired-sign`).

Wrong:

    content/guides/bridge.yaml
    goal: 走到”对岸

Right:

    content/guides/bridge.yaml
    goal: 走到“对岸”
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.texts import Part, TextKind
from guideway.problems import Problem

_PIECES = {"help", "policy", "synonyms", "wording"}
"""What holds pieces of texts, to be looked for."""
_CLOSES_NUMBERS = ")）"
_DIGITS = 3
"""So many signs the number of a point has."""
_AROUND = 4


def check_text(catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find the first sign of a text that has no partner."""
    pairs = catalog.language.pairs
    is_verbatim = isinstance(text.mark, TextKind) and text.mark.is_verbatim
    is_looked_at = not is_verbatim and entry.kind not in _PIECES and "related" not in text.trail
    if not is_looked_at or not any(sign in text.value for sign in pairs):
        return
    said = "\n".join(text.sentences)
    at = _alone(said, dict(zip(pairs[::2], pairs[1::2], strict=True)))
    if at >= 0:
        near = said[at : at + _AROUND].partition("\n")[0]
        place = replace(entry.place_of(near, *text.trail), length=1)
        hint = "put the other one where it belongs, or take this one out"
        message = f"“{said[at]}” has no partner in this text"
        yield Problem(place, message, code="unpaired-sign", hint=hint, level="warning")


def _alone(said: str, partners: Mapping[str, str]) -> int:
    """Where the first sign without a partner is; -1 if each has one."""
    opened: list[int] = []
    closing = set(partners.values())
    for at, sign in enumerate(said):
        if sign in partners:
            opened.append(at)
        elif sign in closing:
            if opened and partners[said[opened[-1]]] == sign:
                opened.pop()
            elif opened or sign not in _CLOSES_NUMBERS or not _is_number(said, at):
                return opened[-1] if opened and _is_in(said, opened, sign, partners) else at
    return opened[-1] if opened else -1


def _is_in(said: str, opened: list[int], sign: str, partners: Mapping[str, str]) -> bool:
    """Whether a closing sign belongs to one that was opened before the last."""
    return any(partners[said[at]] == sign for at in opened)


def _is_number(said: str, end: int) -> bool:
    """Whether the number of a point ends here, and nothing of a word."""
    begins = end
    while begins and (said[begins - 1].isnumeric() or _is_letter(said[begins - 1])):
        begins -= 1
    return 0 < end - begins <= _DIGITS and not (begins and said[begins - 1].isalnum())


def _is_letter(sign: str) -> bool:
    return sign.isascii() and sign.isalpha()

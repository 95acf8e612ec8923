"""What a script calls its own things, in few letters; what others see keeps its name."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain, count, islice, product
from string import ascii_letters, digits

from guideway.web.script_names import Names, Variable
from guideway.web.script_tokens import tokens_of

_KEPT = frozenset({"dataset", "make"})
"""Looked for in finished scripts: which elements they make, and of which data (`page_names.py`)."""
_WORDS = frozenset({"as", "do", "if", "in", "of"})
"""Words of the language that are as short."""


@lru_cache(maxsize=256)
def with_short_names(text: str) -> str:
    """Shorten the names of a script; one that cannot be read stays as it is.

    A name is shortened if wherever it stands is where it is declared: none of it can then mean
    something of the browser, or of another script.
    """
    try:
        names = Names(tokens_of(text))
        variables = [each for each in names.variables() if each.name not in _KEPT]
    except (IndexError, KeyError, ValueError):
        return text
    short = _shortened(names, variables)
    found: list[str] = []
    at = 0
    for number, is_entry in names.places:
        token = names.tokens.all[number]
        now = short.get(number, token.text)
        if now != token.text:
            found += [text[at : token.at], f"{token.text}:" if is_entry else "", now]
            at = token.at + len(token.text)
    return "".join([*found, text[at:]])


def _shortened(names: Names, variables: list[Variable]) -> Mapping[int, str]:
    """Give each place of a variable its short: the same to what is called alike, if it is free."""
    own = {each.name for each in variables}
    others = {names.tokens.text(number) for number, _ in names.places} - own
    counted = Counter[str]()
    for each in variables:
        counted[each.name] += len(each.places)
    variables.sort(key=lambda each: (-counted[each.name], each.start))
    free = (short for short in _shorts() if short not in others | _WORDS)
    shorts = [*islice(free, len(variables))]
    taken: dict[str, list[Variable]] = defaultdict(list)
    liked: dict[str, str] = {}
    found: dict[int, str] = {}
    for each in variables:
        liking = [liked[each.name]] if each.name in liked else []
        short = next(one for one in chain(liking, shorts) if _is_free(each, taken[one]))
        taken[short].append(each)
        liked.setdefault(each.name, short)
        found |= dict.fromkeys(each.places, short)
    return found


def _is_free(variable: Variable, taken: list[Variable]) -> bool:
    return all(variable.end < other.start or other.end < variable.start for other in taken)


def _shorts() -> Iterator[str]:
    """Write names of one letter, then of two, and so on."""
    first = ascii_letters + "_$"
    for length in count():
        yield from map("".join, product(first, *[first + digits] * length))

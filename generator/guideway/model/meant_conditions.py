"""What was probably meant by a condition that cannot be read."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

_PAIR = re.compile(r"([a-z][a-z0-9-]*)\s*(?::|==?|\uff1a)\s*([a-z0-9][a-z0-9-]*)")
"""A question and its option, written as one word."""
_NOT = re.compile(r"(?:not\s+|!\s*)(.+)")
_ANY = {"or", "either", "one-of", "one_of", "oneOf"}
_ALL = {"and", "all", "both"}


class Cases(dict[str, Any]):
    """The conditions that a file has names for, and the options of its questions."""

    options: Mapping[str, tuple[str, ...]] = {}


def unknown_case(name: str, cases: Mapping[str, Any]) -> str:
    """Say what is wrong with a condition of one word, and what to write."""
    if found := _meant(name, cases):
        return f"“{name}” is no case; write {found}"
    close = get_close_matches(name, cases, n=1)
    meant = f"did you mean “{close[0]}”?" if close else f"there are: {', '.join(cases) or 'none'}"
    return f"there is no case “{name}”; {meant}"


def odd_options(key: str, value: object) -> str:
    """Say what is wrong with what stands behind the name of a question."""
    if isinstance(value, list) and any(isinstance(each, dict | list) for each in value):
        if key in _ANY:
            return f"“{key}” is written any: {{any: [..]}}"
        if key in _ALL:
            return f"“{key}” needs no word: write the keys side by side, in one pair of braces"
    return f"the options of “{key}” are words; put numbers in quotes"


def _meant(name: str, cases: Mapping[str, Any]) -> str:
    options = cases.options if isinstance(cases, Cases) else {}
    if pair := _PAIR.fullmatch(name):
        return f"{{{pair[1]}: {pair[2]}}}"
    if (denied := _NOT.fullmatch(name)) and (denied[1] in cases or _meant(denied[1], cases)):
        return f"{{not: {_meant(denied[1], cases) or denied[1]}}}"
    if options.get(name):
        return f"{{{name}: {options[name][0]}}}"
    questions = [question for question, known in options.items() if name in known]
    return f"{{{questions[0]}: {name}}}" if len(questions) == 1 else ""

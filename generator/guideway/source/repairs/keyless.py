"""Entries of lists that lack the key of what they say."""

import re
from collections.abc import Iterator, Sequence

from guideway.problems import Place, Problem
from guideway.source.repairs.repair import Repair, stripped

_BARE_ENTRY = re.compile(r"(?P<lead>[ ]*+-[ ]++)(?P<rest>[^\s:{\[\"'|>#&*!%@`-][^:]*)$")
_OPEN = re.compile(r"[ -]*+(?P<key>[a-z_]++):\s*$")
_ABOVE = 60
"""So many lines further up, what a list belongs to is looked for."""
_FIRST_KEYS = {"steps": "do", "substeps": "do", "now": "do", "needs": "what", "fees": "what"} | {
    "warnings": "text",
    "alternatives": "label",
    "sources": "title",
    "troubles": "when",
}
"""Lists, and the key that their entries begin with."""


def bare_entries(lines: Sequence[str], number: int, line: str) -> Iterator[Repair]:
    """`- 数到三` above a key of the same entry: it has a key of its own."""
    found = _BARE_ENTRY.match(line)
    below = next((each for each in lines[number + 1 :] if each.strip()), "")
    if found and re.match(rf"[ ]{{{len(found['lead'])}}}[a-z_]++:(?: |$)", below):
        depth = len(found["lead"]) - 2
        above = (_OPEN.match(each) for each in reversed(lines[max(0, number - _ABOVE) : number]))
        opened = next((each["key"] for each in above if each and each.start("key") <= depth), "")
        key = _FIRST_KEYS.get(opened, "…")
        mended = f"{found['lead']}{key}: {found['rest']}"
        tell = stripped(_keyless, found["rest"])
        yield Repair(number, found.start("rest"), len(found["rest"]), mended, tell)


def _keyless(place: Place, said: str, right: str) -> Problem:
    message = f"“{said}” has no key before it"
    return Problem(place, message, code="missing-key", hint=f"write “{right}”")

"""What pydantic found, without what only follows from something else it found."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from guideway.source import Trail

BAD_KEY = "bad_key"
"""The type of a finding about a key that is no id, at the place of its value."""

_KEY = "[key]"
"""How pydantic ends the way to a key."""


def findings_of(error: ValidationError) -> list[ErrorDetails]:
    """List the findings; a list is not too short because the only entry of it is wrong.

    Of what stands under a key that is none, only the key is told.
    """
    found = [_of_key(each) for each in error.errors()]
    lost = {each["loc"] for each in found if each["type"] == BAD_KEY}
    found = [each for each in found if each["type"] == BAD_KEY or not _is_under(each["loc"], lost)]
    around = {loc[:length] for loc in (each["loc"] for each in found) for length in range(len(loc))}
    return [each for each in found if each["type"] != "too_short" or each["loc"] not in around]


def _of_key(finding: ErrorDetails) -> ErrorDetails:
    if finding["loc"][-1:] != (_KEY,):
        return finding
    return cast("ErrorDetails", {**finding, "loc": finding["loc"][:-1], "type": BAD_KEY})


def _is_under(loc: tuple[int | str, ...], lost: set[tuple[int | str, ...]]) -> bool:
    return any(loc[:length] in lost for length in range(1, len(loc) + 1))


def taken_places(
    findings: list[ErrorDetails], meant: AbstractSet[Trail]
) -> tuple[AbstractSet[Trail], Mapping[Trail, str]]:
    """Find keys that are missing only where another stands in their place.

    Gives those that are not missed, `meant` included, and the hint at what stands there.
    """
    strange = [each["loc"] for each in findings if each["type"] == "extra_forbidden"]
    missed = [each["loc"] for each in findings if each["type"] == "missing"]
    missed = [loc for loc in missed if loc not in meant]
    hints: dict[Trail, str] = {}
    left_out = {*meant}
    for each in findings:
        loc = each["loc"]
        lost = [other for other in missed if other[:-1] == loc[:-1]]
        if loc in strange and len(lost) == 1 == sum(other[:-1] == loc[:-1] for other in strange):
            hints[loc] = f"“{lost[0][-1]}” is missing here: is that what it is?"
            left_out.add(lost[0])
        elif found := _NUMBER.fullmatch(str(each.get("input"))):
            unit = (*loc[:-1], "unit")
            if loc[-1:] == ("number",) and unit in lost:
                hints[loc] = f"write {found['number']} here, and “{found['unit']}” at “unit”"
                left_out.add(unit)
    return left_out, hints


_NUMBER = re.compile(r"(?P<number>-?\d+(?:\.\d+)?)\s*(?P<unit>\S.*)")
"""A number with what it counts."""

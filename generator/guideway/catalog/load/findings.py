"""What pydantic found, without what only follows from something else it found."""

from typing import cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

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

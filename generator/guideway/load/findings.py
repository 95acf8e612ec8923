"""What pydantic found, without what only follows from something else it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails


def findings_of(error: ValidationError) -> list[ErrorDetails]:
    """List the findings; a list is not too short because the only entry of it is wrong."""
    found = error.errors()
    return [finding for finding in found if not _follows(finding, found)]


def _follows(finding: ErrorDetails, found: list[ErrorDetails]) -> bool:
    place = finding["loc"]
    inside = (other["loc"] for other in found if len(other["loc"]) > len(place))
    return finding["type"] == "too_short" and any(loc[: len(place)] == place for loc in inside)

"""From where to where something can be typed: numbers, days from today, days of the calendar."""

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

LARGEST = 100_000_000
"""The largest number that can be typed."""

FIRST_DAY = date(1900, 1, 1)
"""Days of the calendar are counted from here on."""


def of_calendar(data: dict[Any, Any]) -> dict[Any, Any]:
    """Say of what is typed between two days of the calendar that it is such a day."""
    has_days = _is_of_calendar(data.get("range"))
    is_day = data.get("kind") == "date" and has_days
    if has_days and not is_day:
        raise misfit("kind", "a range of two days is for “kind: date”")
    if is_day and not FIRST_DAY <= data["range"][0] < data["range"][1]:
        raise misfit(
            "range", f"the first day of a range comes before the last, from {FIRST_DAY} on"
        )
    if "lies" in data and is_day != (data["lies"] == "calendar"):
        raise misfit("range", "what `lies` in the calendar has a range of two days, and no other")
    return {"lies": "calendar", **data} if is_day else data


def _is_of_calendar(range_: object) -> bool:
    if not isinstance(range_, (list, tuple)) or len(range_) != 2:  # noqa: PLR2004 - two ends
        return False
    return all(isinstance(end, date) for end in range_)


def _counted(range_: Any) -> Any:
    """Count two days of the calendar; all else stays as it is."""
    return tuple((e - FIRST_DAY).days for e in range_) if _is_of_calendar(range_) else range_


Range = Annotated[
    tuple[float, float],
    BeforeValidator(_counted, json_schema_input_type=tuple[float, float] | tuple[date, date]),
    Field(strict=False),
]
"""From where to where something can be typed."""


def misfit(key: str, said: str) -> PydanticCustomError:
    """Say what does not fit together, at the key where it is mended."""
    return PydanticCustomError("misfit", said, {"key": key})

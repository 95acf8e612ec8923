"""A mapping with mistakes → the same without them, so that the rest can be checked as well."""

from copy import deepcopy
from datetime import date
from typing import Any

from pydantic_core import ErrorDetails

from guideway.catalog.load.findings import BAD_KEY
from guideway.source import Trail

STAND_IN = "stand-in"
"""Fits every kind of text and every id; what checks say about it is not shown."""


def mended(data: object, findings: list[ErrorDetails]) -> object:
    """Take out what is wrong, or put something harmless in its place.

    The result may still not fit: a mapping that is missing altogether is not made up.
    """
    copy = deepcopy(data)
    if any(not finding["loc"] for finding in findings):
        return None
    for finding in sorted(findings, key=_last_first):
        _mend(copy, finding)
    return copy


def _last_first(finding: ErrorDetails) -> list[tuple[int, str]]:
    """So that taking an entry out of a list does not move those that are still to come."""
    return [(-name if isinstance(name, int) else 0, str(name)) for name in finding["loc"]]


def _mend(data: Any, finding: ErrorDetails) -> None:
    inside, last = _written_at(data, finding["loc"])
    is_whole = finding["loc"][-1] is last
    is_spare = finding["type"] in {"extra_forbidden", BAD_KEY}
    if is_whole and (is_spare or (isinstance(last, int) and _is_part(finding))):
        del inside[last]
    else:
        inside[last] = _stand_in(str(last), finding) if is_whole else STAND_IN


def _written_at(data: Any, loc: Trail) -> tuple[Any, str | int]:
    """What a value is in, and its key; of a part that is written as a text alone, those of that."""
    inside, *rest = data, *loc
    while len(rest) > 1 and isinstance(_at(inside, rest[0]), (dict, list)):
        inside = inside[rest.pop(0)]
    return inside, rest[0]


def _at(data: Any, name: str | int) -> Any:
    is_there = name in data if isinstance(data, dict) else isinstance(name, int)
    return data[name] if is_there else None


def _is_part(finding: ErrorDetails) -> bool:
    return finding["type"].startswith("model")


def _stand_in(key: str, finding: ErrorDetails) -> object:
    """Choose a value that fits; a wrong list becomes an empty one, which is fine if it may be."""
    kind = finding["type"]
    if kind in {"tuple_type", "too_short"}:
        return []
    if key == "answer_by" or "'^[1-9]" in str(finding.get("ctx")):
        return "1 day"
    if kind == "date_type" or key.endswith(("_on", "_by")):
        return date.max if key == "review_by" else date.min
    for kind_of_record in ("channel", "period", "threshold", "(channel|law"):
        if f"'^{kind_of_record}" in str(finding.get("ctx")):
            return f"{kind_of_record.rpartition('|')[2]}.{STAND_IN}"
    if kind == "literal_error":
        return str(finding["ctx"]["expected"]).split("'")[1]
    return 1 if kind.startswith(("int", "float", "greater", "less")) else STAND_IN

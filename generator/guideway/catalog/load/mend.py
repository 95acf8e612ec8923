"""A mapping with mistakes → the same without them, so that the rest can be checked as well."""

from copy import deepcopy
from datetime import date
from typing import Any

from pydantic_core import ErrorDetails

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
    *way, last = finding["loc"]
    inside: Any = _follow(data, tuple(way))
    if finding["type"] == "extra_forbidden" or (isinstance(last, int) and _is_part(finding)):
        del inside[last]
    else:
        inside[last] = _stand_in(str(last), finding)


def _is_part(finding: ErrorDetails) -> bool:
    return finding["type"].startswith("model")


def _follow(data: Any, way: Trail) -> Any:
    for name in way:
        data = data[name]
    return data


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

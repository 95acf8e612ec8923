"""What is said of the boxes that a reader ticks, of a question of kind `choices`.

{any: [a, b]}   {all: [a, b]}   {none: [a, b]}   one or more of these; each; none
{count: 2}   {count: {at_least: 2, at_most: 3, of: [a, b, c]}}   so many; without `of`, of all

Several in one mapping are joined by *and*; each asks for an answer, so who was not asked has none.
"""

from collections.abc import Iterator
from typing import Any

WAYS = frozenset({"any", "all", "none", "count"})
"""How boxes are looked at."""
_ENDS = {"at_least", "at_most", "of"}

Test = tuple[str, frozenset[str], int, int | None]
"""How, which boxes, and how few and how many of them; nothing: as many as there are."""


def ticks(question: str, data: dict[object, object]) -> Iterator[Test]:
    """Read what is said of the boxes of a question; a ValueError says what is wrong with it."""
    for how, value in data.items():
        if how == "count":
            yield _count(question, value)
        elif how in WAYS:
            boxes = _boxes(question, value)
            low = {"any": 1, "all": len(boxes), "none": 0}[str(how)]
            yield str(how), boxes, low, 0 if how == "none" else len(boxes)
        else:
            known = ", ".join(sorted(WAYS))
            raise ValueError(f"“{how}” says nothing of what is ticked; there are {known}")


def _boxes(question: str, value: object) -> frozenset[str]:
    boxes = value if isinstance(value, list) else [value]
    if not boxes or not all(isinstance(box, str) and box for box in boxes):
        raise ValueError(f"the options of “{question}” are words; put numbers in quotes")
    return frozenset(str(box) for box in boxes)


def _count(question: str, value: object) -> Test:
    ends: dict[Any, Any] = (
        value if isinstance(value, dict) else {"at_least": value, "at_most": value}
    )
    least, most = ends.get("at_least", 0), ends.get("at_most")
    if not _is_number(least) or not (most is None or _is_number(most)) or ends.keys() - _ENDS:
        raise ValueError("“count” takes a number, or “{at_least: 2, at_most: 3, of: [a, b]}”")
    if ends.keys() <= {"of"}:
        raise ValueError("“count” says how many: “at_least”, “at_most” or a number")
    boxes = _boxes(question, ends["of"]) if "of" in ends else frozenset()
    return "count", boxes, least, most


def _is_number(value: object) -> bool:
    return type(value) is int and value >= 0

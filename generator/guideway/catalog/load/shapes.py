"""How a value is written that is of the wrong kind."""

import re
from typing import Any
from unicodedata import normalize

from pydantic_core import ErrorDetails

from guideway.catalog.load.fields import keys_at, pattern_at, shape_at
from guideway.catalog.load.forms import form_of
from guideway.model.texts import Part


def hint_of(finding: ErrorDetails, kind: type[Part], wanted: str, written: str) -> str:
    """Show how a value is written where it has the kind that is wanted."""
    found = finding["input"]
    if found is None:
        return "fill it in, or delete the key if it may be missing"
    if wanted == "a text":
        return _text(found, pattern_at(kind, finding["loc"]), written)
    if wanted in {"a list", "a mapping of keys"}:
        return _open_shape(finding, kind, wanted)
    if isinstance(found, float):
        return "take the next whole one, or count in something smaller"
    digits = re.match(r"\s*(-?\d+)", normalize("NFKC", str(found)))
    if wanted in {"a whole number", "a number"} and isinstance(found, str):
        return f"write {digits[1]}, the number alone" if digits else "write it in digits, alone"
    return ""


def _text(found: object, pattern: str, written: str) -> str:
    """How a text is written: one of another kind, or the only one in a list."""
    if isinstance(found, list) and len(found) == 1 and isinstance(found[0], str):
        return f"write “{found[0]}” behind the key, without a bracket or a dash"
    if isinstance(found, (list, dict)):
        return ""
    return f'put it in quotes: "{written}"' if _fits(pattern, written) else form_of(pattern)[1]


def _open_shape(finding: ErrorDetails, kind: type[Part], wanted: str) -> str:
    """How a list or a mapping is written; several of what there is one of may have another key."""
    found, shape = finding["input"], shape_at(kind, finding["loc"])
    plural = f"{(finding['loc'] or ('',))[-1]}s"
    if isinstance(found, list) and plural in keys_at(kind, finding["loc"][:-1]):
        return f"several stand under `{plural}`; one is such as {shape}"
    if wanted == "a list" and "{" not in shape:
        said = list(found.values()) if isinstance(found, dict) else _entries(found)
        if all(isinstance(each, str) for each in said):
            return f"write “[{', '.join(said)}]”, or each entry behind “- ” on a line of its own"
    return f"such as {shape}" if shape else ""


def _entries(found: Any) -> list[Any]:
    """What was meant as a list, without brackets or with some that are none."""
    if not isinstance(found, str):
        return [found]
    bare = found.strip("()\uff08\uff09\u3014\u3015[]\u3010\u3011 ")
    return [each.strip() for each in re.split(r"[,\uff0c\u3001;\uff1b]", bare) if each.strip()]


def _fits(pattern: str, written: str) -> bool:
    return not pattern.startswith("^[a-z]") or re.search(pattern, written) is not None

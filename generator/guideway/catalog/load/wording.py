"""pydantic's findings → problems, in the author's words, one for each mistake."""

import re
from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

from guideway.catalog.load.fields import defined_at, keys_at, meaning_at
from guideway.catalog.load.findings import BAD_KEY, taken_places
from guideway.catalog.load.forms import form_of
from guideway.catalog.load.meant import (
    called_so,
    date_problem,
    meant_id,
    misplaced_key,
    named_so,
    several_ids,
    slip_at,
)
from guideway.catalog.load.shapes import hint_of
from guideway.model.texts import Part
from guideway.problems import Problem, near
from guideway.problems.files.values import (
    bad_value,
    missing_key,
    nothing_here,
    unknown_key,
    unknown_value,
    wrong_type,
)
from guideway.source import Document, Trail
from guideway.source.yaml_boolean import Truth

_WANTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "float_type": "a number",
    **dict.fromkeys(("bool_type", "bool_parsing"), "true or false"),
    "date_type": "a date such as 2026-11-22",
    "tuple_type": "a list",
    "model_type": "a mapping of keys",
    "model_attributes_type": "a mapping of keys",
    "dict_type": "a mapping of keys",
}


def problems_of(
    findings: list[ErrorDetails], kind: type[Part], document: Document, trail: Trail
) -> tuple[Problem, ...]:
    """Say what is wrong with the mapping at `trail`, which should have been a `kind`."""
    findings = [finding for finding in findings if not _is_broken(finding, document, trail)]
    strange = [finding for finding in findings if _is(finding, "extra_forbidden")]
    meant = {_meant(finding, kind, document, trail) for finding in strange}
    left_out, hints = taken_places(findings, meant)
    told = [
        _WORDING.get(finding["type"], _bad_value)(finding, kind, document, trail)
        for finding in findings
        if not (_is(finding, "missing") and finding["loc"] in left_out)
    ]
    at = {
        place((*trail, *loc)): hint
        for loc, hint in hints.items()
        for place in (document.key_place, document.place)
    }
    return tuple(dict.fromkeys(replace(each, hint=at.get(each.place, each.hint)) for each in told))


def _is(finding: ErrorDetails, name: str) -> bool:
    return finding["type"] == name


def _is_broken(finding: ErrorDetails, document: Document, trail: Trail) -> bool:
    place = (*trail, *finding["loc"])
    return any(place[:length] in document.broken for length in range(len(place) + 1))


def _meant(finding: ErrorDetails, kind: type[Part], document: Document, trail: Trail) -> Trail:
    """The key that was meant by an unknown one; so it is not missed as well."""
    *parent, key = finding["loc"]
    if moved := misplaced_key(finding["loc"], kind, document, trail):
        return moved[1]
    close = get_close_matches(str(key).lower(), keys_at(kind, tuple(parent)), n=1, cutoff=0.6)
    return (*parent, *close)


def _missing(finding: ErrorDetails, kind: type[Part], document: Document, trail: Trail) -> Problem:
    *parent, key = finding["loc"]
    place = document.key_place((*trail, *parent))
    return missing_key(place, str(key), meaning_at(kind, tuple(finding["loc"])))


def _unknown(finding: ErrorDetails, kind: type[Part], document: Document, trail: Trail) -> Problem:
    *parent, key = finding["loc"]
    place = document.key_place((*trail, *finding["loc"]))
    if moved := misplaced_key(finding["loc"], kind, document, trail):
        return moved[0]
    if slip := slip_at(place):
        return slip
    keys = keys_at(kind, tuple(parent))
    hint = near(str(key).lower(), keys) or called_so(str(key), keys)
    hint = hint or f"the keys here are {', '.join(sorted(keys))}"
    told, same = unknown_key(place, str(key), hint), str(key).lower().replace("-", "_")
    return told.mended_by(same) if same in keys and place.length == len(str(key)) else told


def _choice(finding: ErrorDetails, _kind: type[Part], document: Document, trail: Trail) -> Problem:
    allowed = str(finding["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
    written = finding["input"]
    if not isinstance(written, str):
        return wrong_type(_at(finding, document, trail), f"one of {allowed}", _name(written), "")
    hint = near(written, allowed.split(", "))
    return unknown_value(_at(finding, document, trail), written, allowed, hint)


def _type(finding: ErrorDetails, kind: type[Part], document: Document, trail: Trail) -> Problem:
    place, found = _at(finding, document, trail), finding["input"]
    is_open = isinstance(found, (list, dict))
    wanted = _WANTED[finding["type"]]
    is_bare = wanted == "a list" and isinstance(found, str) and found[:1] not in "[\u3010\u201c"
    slip = slip_at(place, is_open=is_open) if is_open or isinstance(found, str) else None
    if slip and not (is_bare and slip.code == "needs-quotes"):
        return slip
    if _is(finding, "date_type"):
        return date_problem(place, found, _name(found))
    written = place.text[place.column - 1 : place.column - 1 + place.length]
    told = wrong_type(place, wanted, _name(found), hint_of(finding, kind, wanted, written))
    return told.mended_by(f'"{written}"') if told.hint.startswith("put it in quotes") else told


def _short(finding: ErrorDetails, _kind: type[Part], document: Document, trail: Trail) -> Problem:
    what = "list" if isinstance(finding["input"], (list, tuple)) else "text"
    return nothing_here(_at(finding, document, trail), what)


def _long(finding: ErrorDetails, _kind: type[Part], document: Document, trail: Trail) -> Problem:
    said = f"there are more than {finding['ctx']['max_length']} entries here"
    return bad_value(_at(finding, document, trail), said, "nobody can follow so many")


def _too_long(
    finding: ErrorDetails, _kind: type[Part], document: Document, trail: Trail
) -> Problem:
    written, most = str(finding["input"]), finding["ctx"]["max_length"]
    said = f"this has {len(written)} characters, and {most} have room here"
    return bad_value(_at(finding, document, trail), said, "say it in fewer words")


def _pattern(finding: ErrorDetails, kind: type[Part], document: Document, trail: Trail) -> Problem:
    written, pattern = str(finding["input"]), str(finding["ctx"]["pattern"])
    if not written.strip():
        return _short(finding, kind, document, trail)
    place = _at(finding, document, trail)
    if slip := slip_at(place) if "\\n" not in pattern else None:
        return slip
    said, hint = form_of(pattern)
    meant = meant_id(written, pattern) if "a-z" in pattern else ""
    where = defined_at(kind, finding["loc"])
    if where and re.search(pattern, bare := written.partition(".")[2]):
        meant = bare  # `guide.bridge` where the key says already that it is a guide
    meant = meant or named_so(written, pattern, document.data)
    hint = f"{hint}; each is defined in {where}" if where else hint
    hint = several_ids(written, pattern) or (f"write “{meant}”" if meant else hint)
    shown = re.sub(r"(?s)^(.{40}).+", r"\1…", written).replace("\n", " ")
    told = bad_value(place, f"“{shown}” {said}", hint)
    return told.mended_by(meant) if meant and not several_ids(written, pattern) else told


def _number(finding: ErrorDetails, _kind: type[Part], document: Document, trail: Trail) -> Problem:
    """Say which numbers can stand here."""
    place, written = _at(finding, document, trail), finding["input"]
    ((name, bound),) = finding["ctx"].items()
    hint = f"it is {_BOUNDS[name]} {bound:g}"
    return bad_value(place, f"{written} is no number that can stand here", hint)


def _key(finding: ErrorDetails, _kind: type[Part], document: Document, trail: Trail) -> Problem:
    place, written = document.key_place((*trail, *finding["loc"])), str(finding["loc"][-1])
    if slip := slip_at(place):
        return slip
    if listed := finding.get("ctx", {}).get("expected"):
        allowed = str(listed).replace("'", "").replace(" or ", ", ")
        hint = near(written, allowed.split(", ")) or f"the keys here are {allowed}"
        return unknown_key(place, written, hint)
    pattern = str(finding["ctx"]["pattern"]) if "pattern" in finding.get("ctx", {}) else ""
    said, hint = form_of(pattern)
    meant = meant_id(written, pattern) if pattern else ""
    told = bad_value(place, f"“{written}” {said}", f"write “{meant}”" if meant else hint)
    return told.mended_by(meant) if meant and place.length == len(written) else told


def _bad_value(
    finding: ErrorDetails, _kind: type[Part], document: Document, trail: Trail
) -> Problem:
    told = finding["msg"].removeprefix("Value error, ")
    return bad_value(_at(finding, document, trail), told[:1].lower() + told[1:], "")


def _at(finding: ErrorDetails, document: Document, trail: Trail) -> Any:
    """The place of a value; of one that does not fit together, of the key that is to be mended."""
    key = finding.get("ctx", {}).get("key")
    return document.place((*trail, *finding["loc"], *([key] if key else [])))


def _name(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, Truth):
        return f"a truth value ({str(value.is_true).lower()})"
    if isinstance(value, (int, float)):
        return f"a number ({value})"
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else "a mapping of keys"
    return "a text" if isinstance(value, str) else "a date"


_BOUNDS = {"gt": "more than", "ge": "at least", "lt": "less than", "le": "at most"}
_WORDING: dict[str, Callable[[ErrorDetails, type[Part], Document, Trail], Problem]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _choice,
    "string_too_short": _short,
    "too_short": _short,
    "too_long": _long,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _pattern,
    BAD_KEY: _key,
    **dict.fromkeys(("greater_than", "greater_than_equal"), _number),
    **dict.fromkeys(("less_than", "less_than_equal"), _number),
    **dict.fromkeys(_WANTED, _type),
}

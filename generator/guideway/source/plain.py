"""What an unquoted value means: nothing, true or false, a number, a date, or a text.

A small part of YAML 1.1 on purpose: no octal, hexadecimal or base-60 numbers, no underscores in
numbers, no times, so that `010-12321`, `12:30` and `1_000` stay the texts they look like.
"""

import re
from datetime import date

from guideway.source.yaml_boolean import Truth

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTH = frozenset({"true", "yes", "on", "false", "no", "off"})
_NUMERIC = frozenset("-0123456789")
"""What numbers and dates begin with; most texts do not."""
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def plain(text: str) -> str | int | float | date | None:
    """Give the value of an unquoted scalar; an impossible date stays a text."""
    if text in _NOTHING:
        return None
    if text.lower() in _TRUTH and text in {text.lower(), text.upper(), text.capitalize()}:
        return Truth(text)
    return _number_or_text(text) if text[0] in _NUMERIC else text


def _number_or_text(text: str) -> int | float | date | str:
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    if _DATE.fullmatch(text):
        return _date_or_text(text)
    return text


def _date_or_text(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text

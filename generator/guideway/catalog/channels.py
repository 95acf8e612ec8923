"""What the value of a channel looks like: a number to call, a site."""

import re

_NUMBER = re.compile(r"[+*#(]?\d[\dA-Z\s()./+*#\u2013-]*(?:[^\d\uff10-\uff19]{1,6}\d+)?", re.ASCII)
"""Digits, with the signs between them that countries use, and an extension."""
HOST = re.compile(r"(?:https?://)?(?:www\.)?((?:[^\W_]|-)+(?:\.(?:[^\W_]|-)+)+)", re.IGNORECASE)
"""The host of a site, without `www`."""


def is_number(value: str) -> bool:
    """Whether this can be called."""
    return _NUMBER.fullmatch(value.strip()) is not None


def is_site(value: str) -> bool:
    """Whether this is what the address of a site shows."""
    found = HOST.match(value)
    return found is not None and not re.search(r"\s", value) and not is_number(value)

"""Code inside a line: between two signs that no text has, until it is written between backticks."""

import re
from collections.abc import Iterator

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Characters that Unicode keeps for what is inside programs."""
_PART = re.compile(f"{OPEN}(?P<code>[^{OPEN}{CLOSE}]*){CLOSE}|(?P<words>[^{OPEN}{CLOSE}]+)")
_SIGNS = re.compile(f"[{OPEN}{CLOSE}]")
_TICKED = re.compile(r"(?<![`\\])`(?P<code>[^`\n]+)`(?!`)")


def signed_ticks(text: str) -> str:
    """Sign what stands between backticks in a plain text."""
    return _TICKED.sub(lambda found: as_signed(found["code"]), text) if "`" in text else text


def as_signed(code: str) -> str:
    """Put code between the signs; what has a backtick in it cannot be written so, and is words."""
    return f"{OPEN}{code.strip()}{CLOSE}" if code.strip() and "`" not in code else code


def bare(text: str) -> str:
    """Give a text without the signs."""
    return _SIGNS.sub("", text)


def is_in_code(text: str, at: int) -> bool:
    """Whether a place in a text lies in code."""
    return text.rfind(OPEN, 0, at) > text.rfind(CLOSE, 0, at)


def parts(text: str) -> Iterator[tuple[str, bool]]:
    """Take a text apart: words, and what is code. A sign without its partner is left out."""
    for found in _PART.finditer(text):
        is_code = found["code"] is not None
        yield (found["code"] if is_code else found["words"]), is_code

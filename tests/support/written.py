"""What our content still says: an author may say it otherwise, and no test is red for that.

Tests that look for a sentence on a page hold the program, which must not lose it. Whether the
sentence stands in the content at all is its author's affair, which `check` and `diff` are for.
"""

from __future__ import annotations

import re
from functools import cache

from tests.support.seeing import folded
from tests.support.sites import ROOT

_LINK = re.compile(r"\[([^\]\[]*)\]\([a-z][\w.@-]*\)")
_SIGNS = re.compile(r"[\"'*`]")


def is_written(phrase: str) -> bool:
    """Say whether a phrase stands in a file of the content; what a link takes over does not."""
    return _SIGNS.sub("", folded(phrase)) in _written()


@cache
def _written() -> str:
    files = sorted((ROOT / "content").glob("**/*.yaml"))
    texts = (_LINK.sub(r"\1", path.read_text(encoding="utf-8")) for path in files)
    return _SIGNS.sub("", folded("\0".join(texts)))

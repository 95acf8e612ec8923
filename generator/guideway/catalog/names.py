"""Names of files that some system, header, archive or terminal cannot have."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from guideway.problems import Place, Problem
from guideway.problems.files.names import odd_name

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
"""What Windows keeps for devices, with any ending."""

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_BYTES = re.compile("[\ud800-\udfff]")
"""How Python shows the bytes of a name that is not UTF-8."""


def odd_names(paths: Iterable[str]) -> Iterator[Problem]:
    """Find the names that cannot go everywhere; one problem for a path."""
    known = sorted(paths)
    alike = Counter(path.casefold() for path in known)
    for path in known:
        why = _why(path)
        if why is None and alike[path.casefold()] > 1:
            why = "another one has but for upper and lower case"
        if why:
            yield odd_name(Place(path), why)


def _why(path: str) -> str | None:
    if _BYTES.search(path):
        return "is not UTF-8"
    if _UNSEEN.search(path):
        return "has a sign nobody sees"
    parts = path.split("/")
    if any(_RESERVED.fullmatch(part) for part in parts):
        return "Windows keeps for a device"
    if any(part != part.rstrip(". ") for part in parts):
        return "ends with a dot or a space, which Windows takes off"
    return None

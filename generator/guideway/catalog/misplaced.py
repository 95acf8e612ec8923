"""A file that is fine, in the folder of another kind: told once, not key by key."""

from collections.abc import Iterator

from guideway.catalog.load import Filed
from guideway.catalog.load.filing import ONE_EACH
from guideway.model.records import RECORD_KINDS
from guideway.model.texts import Part
from guideway.problems import Place, Problem
from guideway.problems.files.names import misplaced_file
from guideway.source import Document

_FAR = 4
"""So many more keys are unknown or missing where a file does not belong, at least."""
_NEAR = 3
"""So many may be where it does."""
_CALLED = {
    "guide": "a guide",
    "provider": "a provider",
    "article": "an article",
    "decision": "a decision",
    "warning": "a warning",
}


def misplaced(filed: Filed, document: Document) -> Iterator[Problem]:
    """Find out whether a file of one folder is what another folder holds."""
    keys = set(document.data) if isinstance(document.data, dict) else set()
    if filed.part is not None and filed.kind not in _CALLED:
        return
    if filed.part is None and filed.kind != "record":
        return
    if filed.part is not None and keys and all(map(_is_record, keys)):
        yield _told(document, "this holds records", "records")
    elif not any(map(_is_record, keys)):
        found = {folder: _strange(part, keys) for folder, (_, part) in ONE_EACH.items()}
        folder = min(found, key=lambda each: found[each])
        if found[folder] <= _NEAR and _is_far(filed.part, keys, found[folder]):
            yield _told(document, f"this is {_CALLED[ONE_EACH[folder][0]]}", folder)


def _told(document: Document, what: str, folder: str) -> Problem:
    return misplaced_file(Place(document.path), what, f"content/{folder}/")


def _is_record(key: str) -> bool:
    return key.partition(".")[0] in RECORD_KINDS and "." in key


def _is_far(part: type[Part] | None, keys: set[str], near: int) -> bool:
    """Whether it has keys that do not belong, and fits much worse; what is only begun does not."""
    return part is None or (
        bool(keys - part.model_fields.keys()) and _strange(part, keys) - near >= _FAR
    )


def _strange(part: type[Part], keys: set[str]) -> int:
    """How many keys are unknown to a kind of content, and how many it misses."""
    needed = {name for name, field in part.model_fields.items() if field.is_required()}
    return len(keys - part.model_fields.keys()) + len(needed - keys)

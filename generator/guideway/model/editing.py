"""JSON Schemas as editors want them: what can be named is listed, and no key may hold nothing."""

from collections.abc import Iterable, Mapping
from typing import Any

IDS = "ids.json"
"""The file beside the schemas that lists what a project has; any id fits, listed or not."""

_KINDS = ("topic", "action", "audience", "owner", "provider")
_OF_RECORDS = {"channel": "^channel", "period": "^period", "threshold": "^threshold"}


def for_editors(schema: Any) -> Any:
    """Refer to the list of what can be named, and leave `null` out: an empty key is a problem."""
    if isinstance(schema, list):
        return [for_editors(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: for_editors(value) for key, value in schema.items() if key != "x-refers"}
    ways = inner.get("anyOf")
    if isinstance(ways, list) and {"type": "null"} in ways:
        inner = _without_null(inner, [way for way in ways if way != {"type": "null"}])
    listed = _list_of(schema)
    return {"anyOf": [{"$ref": f"{IDS}#/$defs/{listed}"}, inner]} if listed else inner


def with_meanings(schema: Any, meanings: Mapping[str, str]) -> Any:
    """Say in another language, too, what each key means; `meanings` are by what is said in ours."""
    if isinstance(schema, list):
        return [with_meanings(each, meanings) for each in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: with_meanings(value, meanings) for key, value in schema.items()}
    said = inner.get("description")
    other = meanings.get(" ".join(said.split())) if isinstance(said, str) else None
    return {**inner, "description": f"{other}\n\n{said}"} if other else inner


def without_marks(schema: Any) -> Any:
    """Leave out what is for editors: of data that is published, nobody completes anything."""
    if isinstance(schema, list):
        return [without_marks(each) for each in schema]
    if isinstance(schema, dict):
        return {key: without_marks(value) for key, value in schema.items() if key != "x-refers"}
    return schema


def listing(names: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    """The content of the list: kind, such as `topic` or `record` → ids and what each is called.

    `names` has them with their kinds, such as `topic` → `topic.crossing`; records as they are.
    """
    kinds = [*_KINDS, *_OF_RECORDS, "record", "page"]
    definitions = {kind: {"enum": sorted(names.get(kind, ())) or [""]} for kind in kinds}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": definitions}


def _without_null(schema: dict[str, Any], ways: list[Any]) -> dict[str, Any]:
    rest = {key: value for key, value in schema.items() if key not in {"anyOf", "default"}}
    return {**ways[0], **rest} if len(ways) == 1 else {"anyOf": ways, **rest}


def _list_of(schema: dict[str, Any]) -> str:
    """Which list holds what can stand here; empty if what it names is in the file itself."""
    kind, pattern = schema.get("x-refers"), str(schema.get("pattern", ""))
    if kind in _KINDS:
        return str(kind)
    if kind == "target":
        return "page"
    if kind != "":
        return ""
    return next((k for k, start in _OF_RECORDS.items() if pattern.startswith(start)), "record")

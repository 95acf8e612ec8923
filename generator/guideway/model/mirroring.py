"""The vocabulary as it is published: each part has a form of its own, made field by field."""

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import Field, create_model

from guideway.model.conditions import Is
from guideway.model.meanings import meanings_of
from guideway.model.texts import Part


class Change(NamedTuple):
    """A field that is not published as it is written."""

    part: type[Part]
    field: str
    becomes: str
    """What it is called in what is published; nothing if it is left out."""
    why: str


class Mirror:
    """Makes the published form of parts: every field, except where a change says otherwise.

    Texts are strings, a condition is the data that scripts read, and what has ids is a list of
    parts with an `id`. `more` are the fields that a form has besides.
    """

    def __init__(self, changes: Iterable[Change], more: Mapping[type[Part], type[Part]]) -> None:
        self._changes = {(change.part, change.field): change for change in changes}
        self._more = more
        self._forms: dict[tuple[type[Part], bool], type[Part]] = {}
        self._published: dict[type[Part], Mapping[str, str]] = {}

    def becomes(self, part: type[Part], field: str) -> str:
        """Say what a field is called in what is published; nothing if it is left out."""
        if part not in self._published:
            changes = {name: self._change(part, name) for name in part.model_fields}
            told = {name: change.becomes if change else name for name, change in changes.items()}
            self._published[part] = told
        return self._published[part][field]

    def form(self, part: type[Part], *, has_id: bool = False) -> type[Part]:
        """Give the published form of a part."""
        if (part, has_id) not in self._forms:
            self._forms[part, has_id] = self._made(part, has_id=has_id)
        return self._forms[part, has_id]

    def _made(self, part: type[Part], *, has_id: bool) -> type[Part]:
        fields: dict[str, Any] = {"id": (str, Field())} if has_id else {}
        for name in part.model_fields:
            change = self._change(part, name)
            if change is None or change.becomes:
                fields[change.becomes if change else name] = self._field(part, name, change)
        more = next((self._more[each] for each in part.__mro__ if each in self._more), Part)
        name = f"Published{part.__name__}"
        return create_model(
            name,
            __base__=more,
            __module__=__name__,
            __doc__=part.__doc__,
            **fields,
        )

    def _change(self, part: type[Part], field: str) -> Change | None:
        found = (self._changes.get((each, field)) for each in part.__mro__)
        return next((change for change in found if change), None)

    def _field(self, part: type[Part], name: str, change: Change | None) -> tuple[Any, Any]:
        kind = self._plain(part.model_fields[name].annotation)
        empty: Mapping[Any, Any] = {tuple: (), dict: {}}
        default = None if type(None) in get_args(kind) else empty.get(get_origin(kind), ...)
        here = f" Here: {change.why}." if change else ""

        def tell(schema: dict[str, Any]) -> None:
            if told := f"{meanings_of(part).get(name, '')}{here}".strip():
                schema["description"] = told

        return kind, Field(default, json_schema_extra=tell)

    def _plain(self, kind: Any) -> Any:
        """Give what a type is when it is published: without limits, marks and shorthands."""
        origin, inside = get_origin(kind), get_args(kind)
        if origin is Literal:
            return kind
        if origin is Annotated:
            return self._plain(inside[0])
        if origin is tuple:
            item: Any = self._plain(inside[0])
            return tuple[item, ...]
        if origin is dict:
            return self._by_name(inside[1])
        if origin in {Union, UnionType}:
            return dict[str, Any] if Is in inside else reduce(or_, map(self._plain, inside))
        return self.form(kind) if isinstance(kind, type) and issubclass(kind, Part) else kind

    def _by_name(self, kind: Any) -> Any:
        if isinstance(kind, type) and issubclass(kind, Part):
            form: Any = self.form(kind, has_id=True)
            return tuple[form, ...]
        return dict[str, self._plain(kind)]  # type: ignore[misc]  # a type made at run time

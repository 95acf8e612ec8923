"""A piece of the catalog that remembers which of its fields were read."""

from collections.abc import Callable, Generator, Hashable, Mapping
from functools import cache, cached_property
from typing import Any, cast

from guideway.catalog.entries import Entry
from guideway.catalog.field_texts import FieldText
from guideway.catalog.kept import Found
from guideway.model.texts import Part
from guideway.source import Document, Trail

FIELD = "\x1f"
"""What stands between the name of a piece and that of a field; at the end: whether there is one."""


class WatchedEntry(Entry[Any]):
    """The same piece; what is read of it is written down.

    Whoever asks for more than fields, such as where something was written, has asked for all of it.
    """

    _base: Entry[Any]
    _asked: set[str]

    @classmethod
    def of(cls, entry: Entry[Any], asked: set[str]) -> "WatchedEntry":
        """Watch a piece; what it is asked for is added to what was asked."""
        found = object.__new__(cls)
        vars(found).update(name=entry.name, _base=entry, _asked=asked)
        return found

    @cached_property
    def value(self) -> Any:
        """Give the value, which knows what is read of it."""
        part = cast("Hashable", type(self._base.value))
        return _watching(part).of(self._base, self._asked)

    @property
    def document(self) -> Document:
        """The file it is from."""
        return self._whole.document

    @property
    def trail(self) -> Trail:
        """Where in its file it starts."""
        return self._whole.trail

    @property
    def pruned(self) -> frozenset[str]:
        """The names that have gone."""
        return self._whole.pruned

    @property
    def taken_in(self) -> tuple[str, ...]:
        """What others have made of it."""
        return self._whole.taken_in

    @property
    def written(self) -> tuple[FieldText, ...]:
        """Its texts and references."""
        return self._whole.written

    def kept(self, find: Callable[[Any], Found]) -> Found:
        """Give what a function finds in all of it."""
        return self._whole.kept(find)

    def held(self, make: Callable[[], Found]) -> Found:
        """Give what was put aside for it."""
        return self._whole.held(make)

    @property
    def _whole(self) -> Entry[Any]:
        self._asked.add(self.name)
        return self._base


class _Watching(Part):
    """A value without fields of its own: each is looked up where it is, and written down."""

    @classmethod
    def of(cls, entry: Entry[Any], asked: set[str]) -> "_Watching":
        """Watch the value of a piece."""
        found = cls.model_construct()
        vars(found).clear()
        vars(found).update(_entry=entry, _asked=asked)
        return found

    def __getattr__(self, name: str) -> Any:
        """Give a field, and hold it: the next time it is found in the ordinary way."""
        if name not in type(self).model_fields:
            raise AttributeError(name)
        self._asked.add(f"{self._entry.name}{FIELD}{name}")
        value = vars(self)[name] = getattr(self._entry.value, name)
        return value

    def __iter__(self) -> Generator[tuple[str, Any], None, None]:  # noqa: PYI058 - so in pydantic
        """Give all fields."""
        yield from self._whole

    def __eq__(self, other: object) -> bool:
        """Compare all fields."""
        return self._whole == (other._whole if isinstance(other, _Watching) else other)

    def __hash__(self) -> int:
        """Sum up all fields."""
        return hash(self._whole)

    def __reduce__(self) -> Any:
        """Be all there is in another process."""
        return _itself, (self._whole,)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Any:
        """Copy all fields."""
        return self._whole.model_copy(update=update, deep=deep)

    def model_dump(self, **how: Any) -> dict[str, Any]:
        """Give all fields as data."""
        return self._whole.model_dump(**how)

    def model_dump_json(self, **how: Any) -> str:
        """Write all fields down."""
        return self._whole.model_dump_json(**how)

    @property
    def _whole(self) -> Part:
        self._asked.add(self._entry.name)
        return cast("Part", self._entry.value)


@cache
def _watching(part: Any) -> Any:
    """Make the class of a watched value: whoever asks what it is, hears what it was."""
    return type(part)(part.__name__, (_Watching, part), {"__module__": __name__})


def _itself(value: Part) -> Part:
    return value

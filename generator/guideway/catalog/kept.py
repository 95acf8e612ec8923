"""What is found in a value that never changes is kept with it, and goes when it goes."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar, cast

Found = TypeVar("Found")


class Keeping:
    """A frozen value that remembers what functions have found in it."""

    def kept(self, find: Callable[[Any], Found]) -> Found:
        """Give what a function finds in this value: it looks once."""
        if find not in self._kept:
            self._kept[find] = find(self)
        return cast("Found", self._kept[find])

    def held(self, make: Callable[[], Found]) -> Found:
        """Give what was put aside for this value: made once, then filled by who asks for it."""
        if make not in self._kept:
            self._kept[make] = make()
        return cast("Found", self._kept[make])

    @cached_property
    def _kept(self) -> dict[Callable[..., Any], Any]:
        return {}

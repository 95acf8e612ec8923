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

    @cached_property
    def _kept(self) -> dict[Callable[[Any], Any], Any]:
        return {}

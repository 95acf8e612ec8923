"""How tasks are done: `project/` knows ways that are faster and give the same."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from guideway.catalog import Catalog

Kit = TypeVar("Kit")
Item = TypeVar("Item")
Result = TypeVar("Result")


class Work(Protocol):
    """Does a task for many items, in their order.

    A task is a function of a module that asks nothing but what it is given, and all it is given and
    gives can be pickled: so it can be done in another process, or have been done before.
    """

    def each(
        self, task: Callable[[Kit, Item], Result], kit: Kit, items: Iterable[Item]
    ) -> Iterator[Result]:
        """Do a task for each item; `kit` is what it needs for all of them."""

    def each_of(
        self,
        task: Callable[[Kit, Catalog, Item], Result],
        kit: Kit,
        catalog: Catalog,
        items: Iterable[Item],
    ) -> Iterator[Result]:
        """Do the same of a catalog, of which a task for one item asks little."""


@dataclass(frozen=True)
class Lazily(Generic[Item]):
    """Items that are made when it is their turn, and how many there are."""

    many: int
    items: Iterable[Item]

    def __iter__(self) -> Iterator[Item]:
        """Make them."""
        return iter(self.items)

    def __len__(self) -> int:
        """Say how many there are."""
        return self.many


class OneByOne:
    """Does everything here and now."""

    def each(
        self, task: Callable[[Kit, Item], Result], kit: Kit, items: Iterable[Item]
    ) -> Iterator[Result]:
        """Do a task for each item."""
        return (task(kit, item) for item in items)

    def each_of(
        self,
        task: Callable[[Kit, Catalog, Item], Result],
        kit: Kit,
        catalog: Catalog,
        items: Iterable[Item],
    ) -> Iterator[Result]:
        """Do the same of a catalog."""
        return (task(kit, catalog, item) for item in items)

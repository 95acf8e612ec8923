"""What editions put their files into: templates of `shells/`, and what files say of themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date


class Shell(Protocol):
    """Renders one of the templates in `shells/`."""

    def __call__(self, name: str, **facts: object) -> str:
        """Give its HTML."""


@dataclass(frozen=True)
class BuildInfo:
    """What the files say of themselves."""

    day: date
    """The day they were made."""
    due: date | None
    """The first day by which something in them must be checked again."""

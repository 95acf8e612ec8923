"""What editions put their files into: templates of `shells/`, and what files say of themselves."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol


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

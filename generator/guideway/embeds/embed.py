"""A page as others embed it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from guideway.pages import Page


@dataclass(frozen=True)
class Embed:
    """An embedded page, rendered."""

    page: Page
    body: str
    """The HTML between its heading and its foot."""
    plain: Callable[[str], str]
    """Gives the words of an inline text or prose as they stand on it."""

    @property
    def whole(self) -> Page:
        """The page of the site it is a form of."""
        whole: Page = self.page.facts["whole"]
        return whole

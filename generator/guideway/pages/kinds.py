"""The kinds of pages, each a word of its own: what a page is, whoever asks."""

from collections.abc import Iterable
from typing import Literal, Protocol, TypeVar

Readable = Literal["guide", "decision", "warning"]
"""What readers come for; all other pages lead to these."""

Kind = Literal[
    Readable,
    "situation",
    "home",
    "provider",
    "article",
    "category",
    "sources",
    "sheet",
    "embed-this",
    "guides",
    "decisions",
    "warnings",
    "providers",
    "list",
    "a-z",
    "corrections",
    "glossary",
    "records",
    "reviews",
    "search",
    "downloads",
    "policy",
    "related",
]
"""Of a page; `situation` is a guide for those who are in one of its situations, `list` is a page of
topics or of actions, `related` is told on the command line."""


def template_of(kind: Kind) -> str:
    """Give the template of a kind: `pages/guide.md.j2`."""
    return "pages/related.txt.j2" if kind == "related" else f"pages/{kind}.md.j2"


class OfKind(Protocol):
    """A page, planned or rendered."""

    @property
    def kind(self) -> Kind:
        """What it is."""


P = TypeVar("P", bound=OfKind)


def in_order(pages: Iterable[P]) -> tuple[P, ...]:
    """Sort pages as a site lists them, home first; those of one kind keep their order."""
    return tuple(sorted(pages, key=lambda page: _ORDER.get(page.kind, _LISTED)))


_FIRST: tuple[Kind, ...] = ("home", "decision", "guide", "warning", "provider", "article")
_ORDER: dict[Kind, int] = {
    kind: rank for rank, kind in enumerate((*_FIRST, "situation", "sources", "sheet"))
}
_LISTED = len(_ORDER)
_ORDER["embed-this"] = _LISTED + 1

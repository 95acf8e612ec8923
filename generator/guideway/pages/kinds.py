"""The kinds of pages, each a word of its own: what a page is, whoever asks."""

from typing import Literal

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

"""The page that says how to embed another."""

from dataclasses import dataclass

from guideway.model.words import Words, page_words
from guideway.pages.page import Context, Crumb, Page


@dataclass(frozen=True, kw_only=True)
class EmbedContext(Context):
    """What the page about embedding another shows."""

    whole: Page[Context]
    """The page that is embedded."""
    embed: str
    """The address of what is embedded of it."""


def embed_this_page(words: Words, page: Page[Context]) -> Page[EmbedContext]:
    """Plan the page about embedding another."""
    said = page_words(words, "embed-this")
    return Page(
        path=f"embed-this/{page.embed}.md",
        kind="embed-this",
        title=words["parts"]["title"].format(title=said.title, part=page.title),
        summary=said.summary,
        context=EmbedContext(whole=page, embed=f"embed/{page.embed}/"),
        crumbs=(Crumb(page_words(words, "home").nav, ""), Crumb(page.title, page.url)),
        scripts=("embed-this",),
        styles=("embedding",),
    )

"""The page that says how to embed another."""

from guideway.model.words import Words, page_words
from guideway.pages.page import Crumb, Page


def embed_this_page(words: Words, page: Page) -> Page:
    """Plan the page about embedding another."""
    said = page_words(words, "embed-this")
    return Page(
        path=f"embed-this/{page.embed}.md",
        kind="embed-this",
        title=f"{said.title}\uff1a{page.title}",
        summary=said.summary,
        context={"whole": page, "embed": f"embed/{page.embed}/"},
        crumbs=(Crumb(page_words(words, "home").nav, ""), Crumb(page.title, page.url)),
        scripts=("contrast", "embed-this"),
        styles=("embedding",),
    )

"""Catalog → what the navigation shows: categories only, never all guides."""

from html import escape

from guideway.catalog import Catalog
from guideway.model.words import Words, page_words

_ORDER = (
    ("home", "index.md"),
    ("decisions", "decisions/index.md"),
    ("actions", "actions/index.md"),
    ("providers", "providers/index.md"),
    ("topics", "topics/index.md"),
    ("warnings", "warnings/index.md"),
    ("a-z", "a-z.md"),
    ("corrections", "corrections.md"),
    ("records", "records.md"),
    ("reviews", "reviews.md"),
    ("glossary", "glossary.md"),
)


def navigation(catalog: Catalog, words: Words) -> list[dict[str, str]]:
    """List title and Markdown file of every entry, as the engine's `nav` setting takes them."""
    there = [(name, path) for name, path in _ORDER if name != "warnings" or catalog.warnings]
    lists = [{page_words(words, name).nav: path} for name, path in there]
    # The engine's templates escape nothing.
    return lists + [
        {escape(article.value.title): f"articles/{article.id}.md"} for article in catalog.articles
    ]

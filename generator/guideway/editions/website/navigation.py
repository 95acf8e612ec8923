"""Catalog → what the head and the foot of every page show: categories only, never all guides."""

from collections.abc import Mapping, Sequence
from html import escape

from guideway.catalog import Catalog, Entry
from guideway.model.guides import Guide
from guideway.model.warnings import WarningPage
from guideway.model.words import Words, page_words
from guideway.pages.targets import address_of

Ways = Sequence[Mapping[str, object]]
"""Titles and Markdown files, or titles and more of them, as the engine's `nav` setting takes it."""

_FIRST = ("home", "decisions", "guides", "warnings")
_MORE = ("providers", "topics", "actions", "downloads")
_ABOUT = ("reviews", "records", "corrections", "glossary", "a-z", "policy")
_FOLDERS = {"decisions", "guides", "warnings", "providers", "topics", "actions"}


def navigation(catalog: Catalog, words: Words) -> Ways:
    """List what the head shows; then what it folds away; then what is about the site itself."""
    said = words["head"]
    complain = [
        {said["complain"]: f"{address_of(entry.value.complain)[:-1]}.md"}
        for entry in catalog.homes
        if entry.value.complain
    ]
    # The engine's templates escape nothing.
    articles = [
        {escape(article.value.title): f"articles/{article.id}.md"} for article in catalog.articles
    ]
    return [
        *_lists(catalog, words, _FIRST),
        *complain,
        {said["more"]: _lists(catalog, words, _MORE)},
        {said["about"]: [*articles, *_lists(catalog, words, _ABOUT)]},
    ]


def _lists(catalog: Catalog, words: Words, names: Sequence[str]) -> list[Mapping[str, object]]:
    empty = _empty(catalog)
    return [{page_words(words, name).nav: _path(name)} for name in names if name not in empty]


def _empty(catalog: Catalog) -> set[str]:
    """Name the lists that list nothing: no page leads its readers there."""
    told: list[Entry[Guide | WarningPage]] = [*catalog.guides, *catalog.warnings]
    listed: Mapping[str, Sequence[object]] = {
        "warnings": catalog.warnings,
        "policy": catalog.policies,
        "decisions": catalog.decisions,
        **dict.fromkeys(("guides", "topics", "actions"), catalog.guides),
        "providers": catalog.providers,
        "records": catalog.records,
        "corrections": [entry for entry in told if entry.value.corrections],
        "glossary": catalog.terms,
    }
    return {name for name, things in listed.items() if not things}


def _path(name: str) -> str:
    if name == "home":
        return "index.md"
    return f"{name}/index.md" if name in _FOLDERS else f"{name}.md"

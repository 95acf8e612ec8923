"""The page of what a reader can take along, and how those files are called."""

from dataclasses import replace
from datetime import date

from guideway.catalog import Catalog
from guideway.model.words import Words
from guideway.pages.lists import list_page
from guideway.pages.page import Page
from guideway.pages.volumes import volumes
from guideway.pages.ways import grouped


def bundle_of(day: date) -> str:
    """Give the path of the whole site as it was made on a day."""
    return f"downloads/guideway-{day}.zip"


def single_of(name: str) -> str:
    """Give the path of the file that holds one page, for the name of a guide, a decision or so."""
    return f"downloads/{name.replace('.', '-')}.html"


def downloads_page(catalog: Catalog, words: Words) -> Page:
    """Plan the page."""
    facts = {
        "day": catalog.day,
        "bundle": bundle_of(catalog.day),
        "volumes": volumes(catalog, words),
        "decisions": catalog.decisions,
        "topics": grouped(catalog, "topic", catalog.guides),
        "warnings": catalog.warnings,
    }
    page = list_page(words, "downloads", "downloads.md", facts)
    return replace(page, scripts=("offline-words", "offline"))

"""The page that says what the site writes about and what not, with every title people asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from guideway.catalog import Catalog
from guideway.model.policy import PolicyClass, Title, Verdict
from guideway.model.words import Words
from guideway.pages.lists import list_page
from guideway.pages.page import Page


@dataclass(frozen=True)
class Sort:
    """One class of the policy with the titles that fall under it."""

    about: PolicyClass
    titles: tuple[Title, ...]


def policy_page(catalog: Catalog, words: Words) -> Iterator[Page]:
    """Plan the page, if there is a policy."""
    titles = [title for backlog in catalog.backlogs for title in backlog.value.titles]
    for policy in catalog.policies:
        sorts = [
            Sort(about, tuple(title for title in titles if title.under == name))
            for name, about in policy.value.classes.items()
        ]
        groups = [(v, [s for s in sorts if s.about.decision == v]) for v in get_args(Verdict)]
        facts = {"groups": [(verdict, found) for verdict, found in groups if found]}
        yield list_page(words, "policy", "policy.md", facts)

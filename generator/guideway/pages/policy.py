"""The page that says what the site writes about and what not, and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from guideway.catalog import Catalog
from guideway.model.policy import PolicyClass, Title, Verdict
from guideway.model.words import Words
from guideway.pages.lists import list_page
from guideway.pages.page import Context, Page


@dataclass(frozen=True)
class Sort:
    """One class of the policy, and where what is asked of it is answered."""

    about: PolicyClass
    answered: tuple[str, ...]
    """Names of pages. The titles people asked for stay in the content: many are advertisements."""


@dataclass(frozen=True)
class PolicyContext(Context):
    """What the page of the policy shows."""

    groups: Sequence[tuple[Verdict, Sequence[Sort]]]
    """The classes, by what is done with them."""


def policy_page(catalog: Catalog, words: Words) -> Iterator[Page[PolicyContext]]:
    """Plan the page, if there is a policy."""
    titles = [title for backlog in catalog.backlogs for title in backlog.value.titles]
    for policy in catalog.policies:
        sorts = [
            Sort(about, _answering(title for title in titles if title.under == name))
            for name, about in policy.value.classes.items()
        ]
        groups = [(v, [s for s in sorts if s.about.decision == v]) for v in get_args(Verdict)]
        context = PolicyContext([(verdict, found) for verdict, found in groups if found])
        yield list_page(words, "policy", "policy.md", context)


def _answering(titles: Iterable[Title]) -> tuple[str, ...]:
    """Name the pages that answer, each once, in the order of the titles."""
    answered = (name for title in titles for name in title.answered)
    return tuple(dict.fromkeys(name.partition("#")[0] for name in answered))

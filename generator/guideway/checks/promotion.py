"""No text promotes what the policy excludes.

`content/policy.yaml` lists, for each kind of request that is declined or only warned about, the
phrases that a promoting text would use. They may stand where others are quoted: in the `claim` of
a correction, in search words, in what a trap `looks` like, in the policy and the backlog.

Wrong:

    content/guides/bridge.yaml
    goal: 找巨魔秒过桥

Right:

    content/guides/bridge.yaml
    goal: 走过桥
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.catalog.walk import texts
from guideway.inline import words
from guideway.model.policy import Backlog, Policy
from guideway.model.texts import TextKind
from guideway.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideway.catalog import Catalog
    from guideway.catalog.walk import Written

_QUOTING = {"aliases", "looks", "mistaken"}


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every promoting phrase outside of a quotation."""
    phrases = {
        phrase: named.label
        for policy in catalog.policies
        for named in policy.value.classes.values()
        for phrase in named.promotes
    }
    for entry in catalog.entries.values():
        if not isinstance(entry.value, (Policy, Backlog)):
            for found in texts(entry):
                for phrase in _said(found, phrases):
                    yield Problem(
                        entry.place_of(phrase, *found.trail),
                        f"“{phrase}” promotes what the policy excludes: {phrases[phrase]}",
                        code="promotion",
                        hint="say what it does to people, or leave it out",
                    )


def _said(found: Written, phrases: dict[str, str]) -> Iterator[str]:
    is_claim = isinstance(found.mark, TextKind) and found.mark.is_claim
    if not is_claim and not _QUOTING & set(found.trail):
        said = "".join(words(found.value))
        yield from (phrase for phrase in phrases if phrase in said)

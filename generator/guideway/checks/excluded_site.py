"""No page names or links to a site that the policy excludes.

Lead sites, agents and copies of official sites are listed under `sites` in `content/policy.yaml`.

Wrong:

    content/policy.yaml
    sites: [troll.example]
    content/guides/bridge.yaml
    sources:
      - {title: 巨魔网, address: 'https://www.troll.example/bridge'}

Right:

    content/policy.yaml
    sites: [troll.example]
    content/guides/bridge.yaml
    sources:
      - {title: 桥梁法}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.model.policy import Policy
from guideway.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideway.catalog import Catalog


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every line that names such a site, whatever it is for."""
    sites = [site for policy in catalog.policies for site in policy.value.sites]
    documents = {
        entry.document.path: entry.document
        for entry in catalog.entries.values()
        if not isinstance(entry.value, Policy)
    }
    for path, document in documents.items():
        for number, line in enumerate(document.lines, 1):
            for site in (site for site in sites if site in line):
                yield Problem(
                    Place(path, number, line.index(site) + 1, len(site), line),
                    f"“{site}” is a site that the policy excludes",
                    code="excluded-site",
                    hint="name the report or the organisation instead, without an address",
                )

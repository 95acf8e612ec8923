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

import re
from collections.abc import Iterator

from guideway.catalog import Catalog
from guideway.model.policy import Policy
from guideway.problems import Place, Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every line that names such a site, whatever it is for."""
    sites = [site for policy in catalog.policies for site in policy.value.sites]
    if not sites:
        return
    # With its subdomains, but not as a part of another name.
    named = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sites))})(?![\w-])", re.ASCII)
    documents = {
        entry.document.path: entry.document
        for entry in catalog.entries.values()
        if not isinstance(entry.value, Policy)
    }
    told = {path: each for path, each in documents.items() if named.search(each.text)}
    for path, document in told.items():
        for number, line in enumerate(document.lines, 1):
            for found in named.finditer(line):
                place = Place(path, number, found.start() + 1, len(found[0]), line)
                message = f"“{found[0]}” is a site that the policy excludes"
                hint = "name the report or the organisation instead, without an address"
                yield Problem(place, message, code="excluded-site", hint=hint)

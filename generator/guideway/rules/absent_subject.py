"""A subject that is called absent is in no page's title or aliases.

The search says that there is no page about it; when one comes, the entry goes. A draft is no page
yet: the entry stays until it is published.

Wrong:

    content/help.yaml
    absent: [过…桥]

Right:

    content/help.yaml
    absent: [游泳]
"""

import re
from collections.abc import Iterator

from guideway.catalog import Catalog
from guideway.problems import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every subject that a page is known by."""
    named = list(_names(catalog))
    for entry in catalog.helps:
        for at, word in enumerate(entry.value.absent):
            wanted = re.compile(".{0,6}".join(map(re.escape, word.lower().split("\u2026"))))
            found = next((page for name, page in named if wanted.search(name)), None)
            if found:
                message = f"“{word}” is what {found} is called"
                hint = "take it from the list, or out of the title and the aliases"
                yield Problem(entry.place("absent", at), message, code="absent-subject", hint=hint)


def _names(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """What published pages are called, in lower case, and their names."""
    for entry in catalog.entries.values():
        if entry.kind in {"guide", "decision", "warning"} and entry.name not in catalog.drafts:
            said = (getattr(entry.value, "title", ""), *getattr(entry.value, "aliases", ()))
            yield from ((text.lower(), entry.name) for text in said)

"""Which files of a site its readers have use for."""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from guideway.web.site import for_others

_USELESS = re.compile(
    r"404\.html|llms\.txt|feed\.xml|robots\.txt|.*/index\.md|sitemap\.xml(\.gz)?|opensearch\.xml"
    r"|search/search_index\.json"
)
"""What only a server, a search engine or a program has use for."""


def useful(paths: Iterable[str], spare: AbstractSet[str]) -> list[str]:
    """List the files a reader of this site can have use for, sorted.

    `spare` are the assets that no page of this site asks for.
    """
    ours = (path for path in paths if path not in spare and not for_others(path))
    return sorted(path for path in ours if not _USELESS.fullmatch(path))

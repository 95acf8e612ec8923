"""Which files of a site its readers have use for."""

import re
from collections.abc import Iterator

from guideway.web.site import Site, for_others
from guideway.web.unused_assets import without_spare

_USELESS = re.compile(
    r"404\.html|llms\.txt|feed\.xml|robots\.txt|.*/index\.md|sitemap\.xml(\.gz)?|opensearch\.xml"
    r"|search/search_index\.json"
)
"""What only a server, a search engine or a program has use for."""


def useful(site: Site) -> Iterator[str]:
    """List the files a reader of this site can have use for, sorted."""
    ours = {path: text for path, text in site.files.items() if not for_others(path)}
    return (path for path in sorted(without_spare(ours)) if not _USELESS.fullmatch(path))

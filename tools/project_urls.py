"""Where the program is developed, as the metadata of a wheel says it: what builds it.

No address stands in this repository, for nobody has decided on one: the variables that GitHub sets
in every run say it. A wheel that is built elsewhere names none.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_PLACES = {
    "Source": "",
    "Documentation": "/tree/HEAD/docs",
    "Changelog": "/blob/HEAD/CHANGELOG.md",
    "Issues": "/issues",
}


class ProjectUrls(MetadataHookInterface):
    """Gives `urls` of the project."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Put them into the metadata."""
        metadata["urls"] = urls_of(os.environ)


def urls_of(environment: Mapping[str, str]) -> dict[str, str]:
    """Say what is where in the repository of a run; nothing outside of one."""
    server, name = (environment.get(f"GITHUB_{part}", "") for part in ("SERVER_URL", "REPOSITORY"))
    if not (server and name):
        return {}
    return {label: f"{server}/{name}{path}" for label, path in _PLACES.items()}

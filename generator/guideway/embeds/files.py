"""All files for the sites of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.embeds.assets import assets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from guideway.catalog import Catalog
    from guideway.embeds.embed import Embed


def embed_files(
    catalog: Catalog, embeds: Sequence[Embed], templates: Mapping[str, str], site: str
) -> Mapping[str, str]:
    """Write what belongs to embedded pages: path below the site's root → text."""
    return assets(templates, embeds)

"""All files for the sites of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.editions.embeds.assets import assets
from guideway.editions.embeds.oembed import oembed_file
from guideway.editions.embeds.pasting import paste_files, pasted
from guideway.editions.embeds.publishing import api_files, data_path, published
from guideway.web.host_profiles import profiles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from guideway.editions.embeds.home import Home
    from guideway.model.words import Words
    from guideway.pages.rendered import RenderedPage

_OEMBED_HOST = "generic"
"""Whose HTML oEmbed gives while the site has no address."""


def embed_files(
    embeds: Sequence[RenderedPage],
    templates: Mapping[str, str],
    words: Words,
    asking: Mapping[str, str],
    home: Home,
) -> Mapping[str, str]:
    """Write what belongs to embedded pages: path below the site's root → text.

    `asking` has the words around the questions of guides and of decisions, each as a script.
    """
    site = home.address
    hosts = profiles(templates)
    files = dict(assets(templates, embeds, asking))
    pages = {}
    for embed in embeds:
        written = pasted(embed, hosts, site, words)
        files |= dict(paste_files(embed, written))
        files |= dict([oembed_file(embed, home, written[_OEMBED_HOST])])
        pages[data_path(embed.whole)] = published(embed, site, written, words)
    return files | dict(api_files(pages, site))

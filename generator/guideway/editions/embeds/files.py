"""All files for the sites of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.embeds.assets import assets
from guideway.embeds.oembed import oembed_file
from guideway.embeds.pasting import paste_files, pasted
from guideway.embeds.profiles import profiles
from guideway.embeds.publishing import api_files, data_path, published

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from guideway.embeds.embed import Embed, Home
    from guideway.words import Words

_OEMBED_HOST = "generic"
"""Whose HTML oEmbed gives while the site has no address."""


def embed_files(
    embeds: Sequence[Embed],
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

"""All files for the sites of others."""

from collections.abc import Mapping, Sequence

from guideway.editions.embeds.assets import assets
from guideway.editions.embeds.frames import frame_of
from guideway.editions.embeds.home import Home
from guideway.editions.embeds.oembed import oembed_file
from guideway.editions.embeds.pasting import paste_files
from guideway.editions.embeds.publishing import api_files, data_path, published, records_of
from guideway.model.words import Words
from guideway.pages.rendered import RenderedPage
from guideway.web.host_profiles import profiles
from guideway.web.shell import Shell


def embed_files(
    pages: Sequence[RenderedPage],
    texts: Mapping[str, str],
    words: Words,
    shell: Shell,
    home: Home,
) -> Mapping[str, str]:
    """Write what others need to show guides, situations, decisions and warnings: path → text.

    `texts` are the templates, and the words around the questions of guides (`tailor`) and of
    decisions (`decision`), each as a script.
    """
    hosts = profiles(texts)
    frames = [frame_of(each, home, shell) for each in pages if each.embed]
    files = dict(assets(texts, frames))
    records = records_of(pages, home, words)
    stated = {}
    for frame in frames:
        files |= {f"{frame.url}index.html": frame.html}
        files |= dict([oembed_file(frame, home)])
        if not frame.whole.is_readable:  # a situation is told of by its guide
            continue
        files |= dict(paste_files(frame, hosts, home.address, words))
        stated[data_path(frame.whole)] = published(frame, records, home, hosts, words)
    return files | dict(api_files(stated, home.address))

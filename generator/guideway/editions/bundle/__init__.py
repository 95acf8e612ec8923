"""The website as a folder that is opened without a network, in an archive."""

from datetime import date

from guideway.editions.bundle.archive import archive
from guideway.editions.bundle.folder import bundle
from guideway.model.words import Words
from guideway.web.links import Marks
from guideway.web.shell import Shell
from guideway.web.site import Site


def bundle_archive(site: Site, day: date, marks: Marks, words: Words, shell: Shell) -> bytes:
    """Make the archive, with a folder that is named after the site and the day."""
    notice = shell("bundle.html.j2")
    said = shell("unpack.txt.j2")
    files = {**bundle(site, notice, marks), words["offline"]["unpack_file"]: said.encode()}
    return archive(files, f"{site.name}-{day}", day)

"""Site → what a reader can take along: a folder, one file for a page, one for all, and a worker."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from guideway.bodies import body_of
from guideway.offline.alone import alone, scripts_alone
from guideway.offline.archive import archive
from guideway.offline.bundle import bundle
from guideway.offline.inline import script_of, style_of
from guideway.offline.library import part
from guideway.offline.links import ADDRESS, Marks
from guideway.offline.site import Site
from guideway.offline.sizes import measured
from guideway.offline.worker import WORKER, kept, worker
from guideway.pages.downloads import LIBRARY, bundle_of, file_of

if TYPE_CHECKING:
    from datetime import date

    from guideway.pages import Page
    from guideway.words import Words

_DOWNLOADS = "downloads/index.html"
_WEBSITE = "website"
"""How the page of downloads calls all that the worker keeps."""


class Shell(Protocol):
    """Renders one of the templates in `shells/`."""

    def __call__(self, name: str, **facts: object) -> str:
        """Give its HTML."""


@dataclass(frozen=True)
class Leaf:
    """A page that is worth taking along: its plan, and its text as the engine reads it."""

    page: Page
    text: str

    @cached_property
    def body(self) -> str:
        """Its HTML, from its heading to its dates."""
        return body_of(self.text)


@dataclass(frozen=True)
class Edition:
    """What the files say of themselves."""

    day: date
    """The day they were made."""
    due: date | None
    """The first day by which something in them must be checked again."""


def offline_files(
    site: Site, leaves: tuple[Leaf, ...], edition: Edition, words: Words, shell: Shell
) -> dict[str, bytes]:
    """Make the files of `downloads/`, the page that leads to them, and the worker."""
    told = (shell("away.html.j2", address=address).strip() for address in ("", ADDRESS))
    marks = Marks(*told)
    files = {
        file_of(leaf.page): _single(site, leaf, edition, marks, shell).encode() for leaf in leaves
    }
    files[LIBRARY] = _library(site, leaves, edition, marks, shell).encode()
    files[bundle_of(edition.day)] = archive(
        _folder(site, edition, marks, words, shell), f"{site.name}-{edition.day}", edition.day
    )
    sizes = {_WEBSITE: sum(len(site.files[path]) for path in kept(site))}
    files[_DOWNLOADS] = measured(site.text(_DOWNLOADS), files, sizes).encode()
    files[WORKER] = worker(Site({**site.files, **files}), _unkept(site, leaves, edition, shell))
    return files


def _single(site: Site, leaf: Leaf, edition: Edition, marks: Marks, shell: Shell) -> str:
    page = leaf.page
    body = alone(site, page.url, leaf.body, marks)
    script = script_of(site, scripts_alone(page))

    def dressed(style: str) -> str:
        return shell(
            "single.html.j2",
            site=site,
            edition=edition,
            page=page,
            body=body,
            script=script,
            style=style,
        )

    return dressed(style_of(site, page.styles, dressed("")))


def _library(
    site: Site, leaves: tuple[Leaf, ...], edition: Edition, marks: Marks, shell: Shell
) -> str:
    names = {leaf.page.url: leaf.page.facts["entry"].name.replace(".", "-") for leaf in leaves}
    parts = [
        (leaf.page, names[leaf.page.url], part(site, leaf.page.url, leaf.body, names, marks))
        for leaf in leaves
    ]
    styles = dict.fromkeys(style for leaf in leaves for style in leaf.page.styles)

    def dressed(style: str) -> str:
        return shell("library.html.j2", site=site, edition=edition, parts=parts, style=style)

    return dressed(style_of(site, styles, dressed("")))


def _unkept(site: Site, leaves: tuple[Leaf, ...], edition: Edition, shell: Shell) -> str:
    """Make the page for an address that is not kept, which stands at any depth of the site."""

    def dressed(style: str) -> str:
        pages = [leaf.page for leaf in leaves]
        return shell("unkept.html.j2", site=site, edition=edition, pages=pages, style=style)

    return dressed(style_of(site, (), dressed("")))


def _folder(
    site: Site, edition: Edition, marks: Marks, words: Words, shell: Shell
) -> dict[str, bytes]:
    notice = shell("bundle.html.j2", site=site, edition=edition)
    said = shell("unpack.txt.j2", site=site, edition=edition)
    return {**bundle(site, notice, marks), words["offline"]["unpack_file"]: said.encode()}

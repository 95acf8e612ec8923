"""What the engine is given, and what is finished without it."""

from collections.abc import Mapping
from dataclasses import dataclass

from guideway.catalog import Catalog
from guideway.editions.website.navigation import Ways
from guideway.pages import PageGroup
from guideway.pages.rendered import RenderedPage
from guideway.pages.volumes import Volume
from guideway.web.remote import Remote
from guideway.web.shell import BuildInfo


@dataclass(frozen=True)
class Tree:
    """Everything the engine needs, and what it need not see."""

    pages: tuple[RenderedPage, ...]
    """The pages of the website, in their order."""
    groups: tuple[PageGroup, ...]
    """Which of them were made together."""
    files: Mapping[str, bytes]
    """What is finished without the engine: path below the site → content."""
    copies: Mapping[str, str]
    """Path below the engine's folder → path in the project."""
    navigation: Ways
    catalog: Catalog
    """What is in force on the day."""
    linked: Mapping[str, str]
    """Address of a page → what it says in the words of schema.org, as JSON."""
    volumes: tuple[Volume, ...]
    """The files of the library."""
    remote: tuple[Remote, ...]
    """What finished files would load from somebody else."""
    info: BuildInfo

    @property
    def markdown(self) -> dict[str, str]:
        """What the engine reads: path below its folder → Markdown."""
        return {page.path: page.text for page in self.pages}

    @property
    def texts(self) -> dict[str, str]:
        """All of it: path below the site → text."""
        return self.markdown | {path: content.decode() for path, content in self.files.items()}

    @property
    def uses(self) -> dict[str, frozenset[str]]:
        """Path of a page → the names of what it shows or rests on."""
        return {page.path: page.uses for page in self.pages if page.uses}

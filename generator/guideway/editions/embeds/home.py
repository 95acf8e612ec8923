"""The site that pages are embedded from."""

from collections.abc import Mapping
from typing import NamedTuple

from guideway.catalog import Catalog
from guideway.model.settings import SiteInfo
from guideway.model.words import Words
from guideway.web.host_profiles import Profile
from guideway.web.page_names import Names
from guideway.web.shell import Shell


class Home(NamedTuple):
    """The site that pages are embedded from, and what its embedded pages are made with."""

    site: SiteInfo
    catalog: Catalog
    """What it publishes: all that is in force."""
    words: Words
    hosts: Mapping[str, Profile]
    """What each help centre lets through, by its name."""
    shell: Shell
    asked: Names
    """What the style sheets of embedded pages can ask for."""

    @property
    def address(self) -> str:
        """With a slash at its end; empty while it has none."""
        return self.site.address

    @property
    def name(self) -> str:
        """What it is called; empty if nobody said."""
        return self.site.name

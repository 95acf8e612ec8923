"""What is the same for all pages of a site, and what is made of it once in each process."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from guideway.catalog import Catalog
from guideway.editions.embeds.assets import STYLES
from guideway.editions.embeds.home import Home
from guideway.editions.exports.markdown import PROFILE
from guideway.model.settings import NOWHERE, SiteInfo
from guideway.model.words import Words
from guideway.pages.environment import Compiled, Templates, environment_of
from guideway.pages.render import shells
from guideway.web.css_pruning import asked
from guideway.web.host_profiles import Profile, profile, profiles
from guideway.web.page_names import Names


@dataclass(frozen=True)
class Kit:
    """The templates, the words of the interface, and what the site is called."""

    templates: Mapping[str, str]
    words: Words
    site: SiteInfo = NOWHERE
    compiled: Compiled | None = field(default=None, compare=False, repr=False)
    """What keeps templates that are compiled; nothing that is made depends on it."""

    def __reduce__(self) -> tuple[object, ...]:
        """Leave out what is made of it: that goes to no other process."""
        return Kit, (self.templates, self.words, self.site)

    @cached_property
    def environment(self) -> Templates:
        """Give what renders templates."""
        return environment_of(self.templates, self.words, self.site, self.compiled)

    @cached_property
    def shell(self) -> Callable[..., str]:
        """Give what renders a template of `shells/`."""
        return shells(self.environment)

    @cached_property
    def hosts(self) -> Mapping[str, Profile]:
        """Give what each help centre lets through."""
        return profiles(self.templates)

    @cached_property
    def markdown(self) -> Profile:
        """Give what is let through where a page is written as Markdown."""
        return profile(self.templates, PROFILE)

    def home(self, catalog: Catalog) -> Home:
        """Give what the pages of a catalog are embedded with."""
        return Home(self.site, catalog, self.words, self.hosts, self.shell, self._asked)

    @cached_property
    def _asked(self) -> Names:
        return asked(tuple(self.templates[name] for name in STYLES))

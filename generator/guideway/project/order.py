"""What a person wants a build to do."""

from dataclasses import dataclass, field
from datetime import date

from guideway.model.edition_names import Edition
from guideway.model.engine_names import EngineName


@dataclass(frozen=True)
class Order:
    """How a site is to be built."""

    day: date | None = None
    """The day as of which it is built; today, if none is said."""
    trusted: bool = False
    """The maintainer has said that the settings may hold anything."""
    engine: EngineName | None = None
    """Who puts frames around pages, if not the one that the settings name."""
    jobs: int = 0
    """So many processes work at a time; 0 for as many as there are processors."""
    only: frozenset[Edition] | None = None
    """The editions that are made besides the website, if not all that the settings leave."""
    clean: bool = False
    """Nothing is taken from earlier builds."""
    drafts: bool = False
    """What is a draft is there as well: for somebody who looks at what they write."""
    executor: str | None = field(default=None, repr=False)
    """`HOST:PORT` of a scheduler of Dask whose workers do the tasks; the site is the same."""
    explain: bool = field(default=False, repr=False)
    """It is said why each page was made again; the site is the same, so this does not count."""

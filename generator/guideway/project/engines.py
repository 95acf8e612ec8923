"""The engines: programs that put the frame of our theme around pages.

They read the same folder of pages, the same settings and the same templates. What they do not have
in common stands here, and nowhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from re import fullmatch
from types import MappingProxyType

from guideway.model.engine_names import EngineName
from guideway.project.build_error import BuildError


@dataclass(frozen=True)
class Engine:
    """A program that can be run in our place of MkDocs."""

    name: EngineName
    """How the settings call it, and the extra of our package that brings it."""
    command: str
    """The module whose `cli` is its command line."""
    theme: str
    """The package that has the files of its theme."""
    sheets: str
    """The folder of that package with its style sheets, of which one is called `main.…`."""
    options: tuple[str, ...] = ()
    """What it understands beside the options that all have."""
    look: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Settings of the theme that only it has."""
    spare: tuple[str, ...] = ()
    """Files that it makes whatever the settings say, and that no page of ours asks for."""

    @property
    def sheet(self) -> Traversable:
        """The style sheet of its theme, whose name tells its release.

        An engine that is not installed is a BuildError.
        """
        there = files(self.theme).joinpath(self.sheets).iterdir()
        sheets = [path for path in there if fullmatch(r"main\.\w+\.min\.css", path.name)]
        if len(sheets) != 1:
            raise BuildError(
                f"the engine's theme has {len(sheets)} style sheets called main.*.min.css",
                f"install the release of {self.theme} that requirements/ name",
            )
        return sheets[0]


_SHEETS = "templates/assets/stylesheets"

MKDOCS = Engine("mkdocs", "mkdocs.__main__", "material", _SHEETS, ("--quiet",))
PROPERDOCS = Engine("properdocs", "properdocs.__main__", "material", _SHEETS, ("--quiet",))
ZENSICAL = Engine(
    "zensical",
    "zensical.main",
    "zensical",
    f"{_SHEETS}/classic",
    look=MappingProxyType({"variant": "classic"}),
    spare=("search.json", "sitemap.xml"),
)
ENGINES: Mapping[EngineName, Engine] = {
    engine.name: engine for engine in (MKDOCS, PROPERDOCS, ZENSICAL)
}


def engine_called(name: EngineName) -> Engine:
    """Give an engine that is installed; a BuildError says how to get one that is not."""
    engine = ENGINES[name]
    if not all(find_spec(each) for each in (engine.command.partition(".")[0], engine.theme)):
        raise BuildError(
            f"the engine {name} is not installed",
            f"pip install 'guideway[{name}]', or in a checkout: make engines",
        )
    return engine

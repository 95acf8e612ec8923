"""What a project may set in `mkdocs.yml`: a closed list, for the engine runs what settings name."""

from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field, StringConstraints

from guideway.model.engine_names import DEFAULT_ENGINE, EngineName
from guideway.model.texts import Line, Part
from guideway.source.yaml_boolean import Truth

WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"'\\]+$", max_length=300)]
"""The address of a site, which may be on this machine."""


Feedback = Annotated[
    str,
    StringConstraints(
        pattern=r"^(https://[^\s<>\"'\\]+|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+)$",
        max_length=300,
    ),
]
"""An address for mail, or that of a form, in which `{title}` and `{text}` stand for a reader's."""


Edition = Literal["bundle", "single", "library", "embeds", "exports"]
"""A form of the site that can be left out; the website is always made, and its search with it."""
EDITIONS = frozenset[Edition](get_args(Edition))


def _spelt(value: object) -> object:
    return str(value.is_true).lower() if isinstance(value, Truth) else value


No = Annotated[Literal["false"], BeforeValidator(_spelt)]
"""A switch that stays off."""


class Theme(Part):
    """How pages look. The theme itself is ours."""

    name: Literal["material"] = "material"
    language: Literal["zh"] = "zh"
    """The language of the frame around pages."""
    font: No = "false"
    """No font is loaded from elsewhere."""


class Extra(Part):
    """What templates ask for besides."""

    edit_base: WebAddress | None = None
    """The address below which the YAML files can be edited."""
    feedback: Feedback | None = None
    """Where a reader's words about a page go: an address for mail, or that of a form, such as
    `https://forum.example/new?title={title}&body={text}`. Without it, there is a text to copy."""
    without: Annotated[tuple[Edition, ...], Field(strict=False)] = ()
    """Editions that are not made, and to which nothing leads."""
    engine: EngineName = DEFAULT_ENGINE
    """The program that puts the frame around pages; another gives the same site."""
    generator: No = "false"
    """No page says what it was made with."""

    @property
    def editions(self) -> frozenset[Edition]:
        """What is made besides the website."""
        return EDITIONS - set(self.without)


class Settings(Part):
    """The settings of a project."""

    site_name: Line
    """How the site is called."""
    site_description: Line | None = None
    """What it is, in a sentence."""
    site_author: Line | None = None
    """Who publishes it."""
    site_url: WebAddress | None = None
    """The address it is published at."""
    copyright: Line | None = None
    """The line at the foot of every page."""
    theme: Theme = Theme()
    """How pages look."""
    plugins: Annotated[tuple[Literal["search"], ...], Field(strict=False)] = ()
    """None runs: the search is our own."""
    markdown_extensions: Annotated[
        tuple[Literal["attr_list", "toc"], ...], Field(strict=False)
    ] = ()
    """None is needed: our pages are HTML."""
    extra: Extra = Extra()
    """What templates ask for besides."""


@dataclass(frozen=True)
class SiteInfo:
    """What pages are told of the site they are on."""

    address: str = ""
    """Where it is published, with a slash at its end; empty if nobody knows yet."""
    name: str = ""
    """What it is called, likewise."""
    editions: frozenset[Edition] = EDITIONS
    """What is made of it besides the website."""


NOWHERE = SiteInfo()
"""A site that has no address and no name yet, with all that is made of one."""

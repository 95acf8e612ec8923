"""What a project may set in `mkdocs.yml`: a closed list, for the engine runs what settings name."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

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
    generator: No = "false"
    """No page says what it was made with."""


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

"""What a project may set in `mkdocs.yml`: a closed list, for the engine runs what settings name."""

from dataclasses import dataclass
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticKnownError

from guideway.model.countries import PhoneNumber
from guideway.model.edition_names import EDITIONS, Edition
from guideway.model.engine_names import DEFAULT_ENGINE, EngineName
from guideway.model.languages import CurrencyCode
from guideway.model.texts import Id, Line, Part
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


_ZONE = r"^\w[\w+-]*(/[\w+-]+)*$"


def _known(zone: str) -> str:
    try:
        ZoneInfo(zone)
    except (ValueError, KeyError, OSError) as error:
        raise PydanticKnownError("string_pattern_mismatch", {"pattern": _ZONE}) from error
    return zone


TimeZone = Annotated[
    str,
    StringConstraints(pattern=_ZONE, max_length=60),
    AfterValidator(_known),
]
"""A time zone as the IANA list calls it: `Europe/London`."""

LanguageTag = Annotated[
    str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")
]
"""A language as pages say it in `lang`, such as `en` or `pt-BR`."""

CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]
"""A country in two letters, with a part of it where that has holidays of its own: `GB-ENG`."""


def _spelt(value: object) -> object:
    return str(value.is_true).lower() if isinstance(value, Truth) else value


No = Annotated[Literal["false"], BeforeValidator(_spelt)]
"""A switch that stays off."""


class Theme(Part):
    """How pages look. The theme itself is ours."""

    name: Literal["material"] = "material"
    """The one there is."""
    font: No = "false"
    """No font is loaded from elsewhere."""


class Licence(Part):
    """What others may do with the content: on every page, and in all that programs read."""

    name: Line
    """How it is called, such as “CC BY 4.0”; “All rights reserved” is a decision too."""
    spdx: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9.+-]+$", max_length=60)] | None = (
        None
    )
    """Its short name in the SPDX list, such as “CC-BY-4.0”, for programs."""
    address: WebAddress | None = None
    """Where it can be read."""
    by: Line | None = None
    """Who gives it, if that is not who publishes the site."""

    @property
    def short(self) -> str:
        """What programs call it."""
        return self.spdx or self.name


class Own(Part):
    """What our program asks of a site, and the engine does not."""

    licence: Licence
    """What others may do with the content, as its owner decided: {name: CC BY 4.0, address: …}."""
    language: LanguageTag
    """The language of the content and of the frame around it, such as `en` or `zh-CN`."""
    country: CountryCode | None = None
    """Whose working days and phone numbers are meant, such as `GB-ENG`; without it only weekends
    are off."""
    time_zone: TimeZone = "UTC"
    """Whose midnight begins a day, such as `Europe/London`."""
    currency: CurrencyCode | None = None
    """What sums are in whose question names no unit, such as `EUR`; without it, what is paid with
    in the country."""
    bundle: Id = "site"
    """How the file of the whole site is called, before the day."""
    edit_base: WebAddress | None = None
    """The address below which the YAML files can be edited; without it the edit link leads to a
    copy that is published with the site."""
    feedback: Feedback | None = None
    """Where a reader's words about a page go: an address for mail, or that of a form, such as
    `https://forum.example/new?title={title}&body={text}`. Without it, there is a text to copy."""
    emergency: Annotated[tuple[PhoneNumber, ...], Field(strict=False)] = ()
    """Emergency numbers besides those of the country."""
    without: Annotated[tuple[Edition, ...], Field(strict=False)] = ()
    """Editions that are not made, and to which nothing leads."""
    rules_off: dict[Id, Line] = Field(default_factory=dict)
    """Rules that do not hold for this content, each with the reason: its code, then why."""
    engine: EngineName = DEFAULT_ENGINE
    """The program that puts frames around pages; another gives the same site."""

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
    """A line at the foot of every page, behind the licence."""
    theme: Theme = Theme()
    """How pages look."""
    plugins: Annotated[tuple[Literal["search"], ...], Field(strict=False)] = ()
    """None runs: the search is our own."""
    markdown_extensions: Annotated[
        tuple[Literal["attr_list", "toc"], ...], Field(strict=False)
    ] = ()
    """None is needed: our pages are HTML."""
    guideway: Own
    """What our program asks of a site: {licence: {name: …, address: …}, language: …}."""

    def making(self, only: frozenset[Edition] | None) -> "Settings":
        """Give the same where nothing is made but some editions, of those that are not left out."""
        if only is None:
            return self
        left_out = tuple(sorted(EDITIONS - (self.guideway.editions & only)))
        return self.model_copy(
            update={"guideway": self.guideway.model_copy(update={"without": left_out})}
        )

    @property
    def info(self) -> "SiteInfo":
        """What pages are told."""
        own = self.guideway
        address = self.site_url.rstrip("/") + "/" if self.site_url else ""
        author = own.licence.by or self.site_author or self.site_name
        return SiteInfo(
            address,
            self.site_name,
            own.editions,
            language=own.language,
            country=own.country or "",
            time_zone=own.time_zone,
            currency=own.currency or "",
            licence=own.licence,
            author=author,
            bundle=own.bundle,
        )


UNSAID = Licence(name="All rights reserved")
"""The licence of what nobody has decided about."""


@dataclass(frozen=True)
class SiteInfo:
    """What pages are told of the site they are on."""

    address: str = ""
    """Where it is published, with a slash at its end; empty if nobody knows yet."""
    name: str = ""
    """What it is called, likewise."""
    editions: frozenset[Edition] = EDITIONS
    """What is made of it besides the website."""
    language: str = "und"
    """The tag of its language; `und` if nobody said."""
    country: str = ""
    """Whose working days count; empty if only weekends are off."""
    time_zone: str = "UTC"
    """Whose midnight begins a day."""
    currency: str = ""
    """What is paid with; empty if it is what is paid with in the country."""
    licence: Licence = UNSAID
    """What others may do with it."""
    author: str = ""
    """Who publishes it."""
    bundle: str = "site"
    """How the file of the whole site is called, before the day."""


NOWHERE = SiteInfo()
"""A site that has no address and no name yet, with all that is made of one."""

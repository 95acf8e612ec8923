"""The kinds of text a guide is written in, and the shape every part of the vocabulary has."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticKnownError
from pydantic_core.core_schema import no_info_after_validator_function

from guideway.model.meanings import meanings_of
from guideway.source.yaml_boolean import Truth

Markup = Literal["plain", "inline", "prose", "letter"]


@dataclass(frozen=True)
class TextKind:
    """What a text field may hold.

    plain   one line, shown exactly as typed
    inline  one line with inline Markdown: emphasis, code, links to ids
    prose   paragraphs of inline text, separated by a blank line
    letter  paragraphs with blanks such as `{name}`, and links without words
    """

    markup: Markup
    is_claim: bool = False
    """A wrong statement in circulation, quoted: it may contain what other texts may not."""
    is_verbatim: bool = False
    """It stands exactly as others wrote it, signs and all."""


@dataclass(frozen=True)
class Refers:
    """The value names something of this kind: `provider` stands for `provider.<value>`.

    An empty kind means that the value carries it: `guide.bridge`, `law.bridge.3`.
    """

    kind: str

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Say in the schema what is named, so that an editor can list what there is."""
        return {**handler(schema), "x-refers": self.kind}


def _no_truth(value: object) -> object:
    if isinstance(value, Truth):
        raise PydanticKnownError("string_type")
    return value


_TYPED = BeforeValidator(_no_truth)
"""A text is refused where YAML would make something else of it."""

_LINE = r"^[^\n\r]*\S[^\n\r]*$"
_SHORT = StringConstraints(min_length=1, max_length=200, pattern=_LINE)

Line = Annotated[str, _SHORT, _TYPED, TextKind("plain")]


_WIDE = re.compile(r"[\u2e80-\uffdc\U00020000-\U0003ffff]")
"""A sign as wide as a Han character."""
_NARROW = 3
"""So many signs of an alphabet say what one Han character says, and take no more room than two."""


def room(text: str, most: int) -> int:
    """Give how many signs a text may have where there is room for `most` Han characters."""
    return most if _WIDE.search(text) else most * _NARROW


@dataclass(frozen=True)
class FitsInto:
    """The text has at most so many Han characters, or three times as many signs of an alphabet."""

    most: int

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Hold a text against the room there is."""
        return no_info_after_validator_function(self._held, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Say to an editor what there is room for at most."""
        return {**handler(schema), "maxLength": self.most * _NARROW}

    def _held(self, text: str) -> str:
        most = room(text, self.most)
        if len(text) > most:
            raise PydanticKnownError("string_too_long", {"max_length": most})
        return text


_SIGNS = StringConstraints(min_length=1, pattern=_LINE)
Short = Annotated[str, _SIGNS, FitsInto(4), _TYPED, TextKind("plain")]
"""At most four characters, or twelve of an alphabet."""
Tag = Annotated[str, _SIGNS, FitsInto(8), _TYPED, TextKind("plain")]
"""At most eight characters, or twenty-four of an alphabet."""
Inline = Annotated[
    str, StringConstraints(min_length=1, max_length=1000, pattern=_LINE), _TYPED, TextKind("inline")
]
Prose = Annotated[
    str,
    StringConstraints(min_length=1, max_length=5000, pattern=r"\S"),
    _TYPED,
    TextKind("prose"),
]
LetterText = Annotated[
    str,
    StringConstraints(min_length=1, max_length=5000, pattern=r"\S"),
    _TYPED,
    TextKind("letter"),
]
Claim = Annotated[str, _SHORT, _TYPED, TextKind("plain", is_claim=True)]
Quote = Annotated[str, _SHORT, _TYPED, TextKind("plain", is_claim=True, is_verbatim=True)]

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
"""The name of a guide, provider, topic, step …: lower-case words joined by hyphens."""

RecordId = Annotated[
    str,
    StringConstraints(
        pattern=r"^(channel|law|period|fee|threshold)(\.[a-z0-9]+(-[a-z0-9]+)*)+$", max_length=80
    ),
]
"""The id of a record: its kind, a dot, its name, such as `channel.keeper.hotline`."""

ChannelId = Annotated[RecordId, StringConstraints(pattern=r"^channel\."), Refers("")]
"""The id of a channel."""

PeriodId = Annotated[RecordId, StringConstraints(pattern=r"^period\."), Refers("")]
"""The id of a period."""

Cited = Annotated[RecordId, Refers("")]
"""The id of a record that a statement rests on."""

ProviderId = Annotated[Id, Refers("provider")]
TopicId = Annotated[Id, Refers("topic")]
ActionId = Annotated[Id, Refers("action")]
AudienceId = Annotated[Id, Refers("audience")]
OwnerId = Annotated[Id, Refers("owner")]
StepId = Annotated[Id, Refers("step")]
BlankId = Annotated[Id, Refers("blank")]
StepIds = Annotated[tuple[StepId, ...], Field(strict=False)]

Target = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9]*([.-][a-z0-9]+)*$", min_length=1, max_length=80),
    Refers("target"),
]
"""Where to go on: a step of the same guide, or a page such as `guide.bridge`."""

Month = Annotated[str, StringConstraints(pattern=r"^[12]\d{3}-(0[1-9]|1[0-2])$")]
"""A month, such as 2025-04."""

Address = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"'\\]+$", max_length=300)]
"""An https address."""

Span = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,3} (day|month|year)s?$")]
"""How long, such as “7 days”, “3 months” or “2 years”."""

Cites = Annotated[tuple[Cited, ...], Field(strict=False)]
Inlines = Annotated[tuple[Inline, ...], Field(strict=False)]
Lines = Annotated[tuple[Line, ...], Field(strict=False)]

Day = Annotated[date, Field(description="A date, written 2026-11-22.")]


class Part(BaseModel):
    """One closed, frozen piece: unknown keys are problems, values never change."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        populate_by_name=False,
        defer_build=True,
    )

    is_made: ClassVar[bool] = False
    """Whether the program made it of something else: no author wrote what is in it."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """In an editor its fields say what they mean."""
        found = handler(schema)
        fields = handler.resolve_ref_schema(found)["properties"]
        for name, meaning in meanings_of(cls).items():
            fields[cls.model_fields[name].alias or name]["description"] = meaning
        return found

    def stands(self) -> bool:
        """Say whether what is left of it, after something was taken out, still says something."""
        return True


class Shorthand(Part):
    """A part that may be written as a text alone: the value of its first field."""

    @model_validator(mode="before")
    @classmethod
    def _alone(cls, data: Any) -> Any:
        return {next(iter(cls.model_fields)): data} if isinstance(data, str) else data

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """In an editor, too, it may be a text."""
        form = super().__get_pydantic_json_schema__(schema, handler)
        return {"anyOf": [{"type": "string", "minLength": 1}, form]}


class Reviewed(Part):
    """What somebody checks as a whole, again and again."""

    reviewed_on: Day
    """The day somebody last checked all of it."""
    review_by: Day
    """The day by which it must be checked again."""
    owner: OwnerId
    """Who checks it: one of the owners in `content/topics.yaml`."""
    draft: Annotated[bool, Field(strict=False)] = False
    """Whether it is not finished: it is checked, and what is left to do is a warning; it is not
    published."""

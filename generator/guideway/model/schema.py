"""The vocabulary as JSON Schemas, for editors that complete and check YAML as it is typed."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Union

from pydantic import TypeAdapter

from guideway.model.addresses import Addresses
from guideway.model.care import Care
from guideway.model.countries import CountryFile
from guideway.model.decisions import Decision, GoldenPaths
from guideway.model.editing import for_editors, with_meanings, without_marks
from guideway.model.guides import Guide
from guideway.model.help import Help
from guideway.model.home import HomePage
from guideway.model.languages import LanguageFile
from guideway.model.places import Article, Category, Provider, Term
from guideway.model.policy import Backlog, Policy
from guideway.model.published import PAGES, PublishedList
from guideway.model.records import RECORD_KINDS
from guideway.model.settings import Settings
from guideway.model.synonyms import Synonyms
from guideway.model.texts import Part
from guideway.model.warnings import WarningPage
from guideway.model.wording import Wordings

Schema = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_ID = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"


def schemas(meanings: Mapping[str, str] = MappingProxyType({})) -> Mapping[str, Schema]:
    """Give every schema by the name of its file in `content/schema/`.

    `meanings` say what keys mean in the language of authors, by what the model says of them.
    """
    return {name: with_meanings(schema, meanings) for name, schema in _schemas().items()}


def _schemas() -> Mapping[str, Schema]:
    return {
        "guide.json": _one(Guide),
        "provider.json": _one(Provider),
        "article.json": _one(Article),
        "decision.json": _one(Decision),
        "warning.json": _one(WarningPage),
        "addresses.json": _one(Addresses),
        "policy.json": _one(Policy),
        "backlog.json": _one(Backlog),
        "paths.json": _one(GoldenPaths),
        "records.json": _many({f"^{kind}\\.": part for kind, part in RECORD_KINDS.items()}),
        "home.json": _one(HomePage),
        "help.json": _one(Help),
        "care.json": _one(Care),
        "synonyms.json": _one(Synonyms),
        "wording.json": _one(Wordings),
        "glossary.json": _many({_ID: Term}),
        "settings.json": _one(Settings),
        "language.json": _one(LanguageFile),
        "country.json": _one(CountryFile),
        "topics.json": _lists("topics", "actions", "audiences", "owners"),
    }


@cache
def published_schemas() -> Mapping[str, Schema]:
    """Give the schemas of what is published for programs, by the name of the file."""
    pages: Any = Union[*PAGES.values()]
    parts = {"page.json": pages, "list.json": PublishedList}
    return {
        name: {
            "$schema": _DRAFT,
            **without_marks(TypeAdapter(part).json_schema(mode="serialization")),
        }
        for name, part in parts.items()
    }


def _one(part: type[Part]) -> Schema:
    return {"$schema": _DRAFT, **for_editors(TypeAdapter(part).json_schema())}


def _many(parts: Mapping[str, type[Part]]) -> Schema:
    """Describe a mapping whose keys are ids; the pattern of a key says what stands under it."""
    definitions: Schema = {}
    for part in parts.values():
        schema = for_editors(TypeAdapter(part).json_schema())
        definitions |= schema.pop("$defs", {})
        definitions[part.__name__] = schema
    return {
        "$schema": _DRAFT,
        "type": "object",
        "patternProperties": {
            pattern: {"$ref": f"#/$defs/{part.__name__}"} for pattern, part in parts.items()
        },
        "additionalProperties": False,
        "$defs": definitions,
    }


def _lists(*names: str) -> Schema:
    inner = _many({_ID: Category})
    listed = {key: inner[key] for key in ("type", "patternProperties", "additionalProperties")}
    return {
        "$schema": _DRAFT,
        "type": "object",
        "properties": dict.fromkeys(names, listed),
        "required": list(names),
        "additionalProperties": False,
        "$defs": inner["$defs"],
    }

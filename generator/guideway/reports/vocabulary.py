"""Every key an author can write, as the model has it: `docs/keys.md`, `docs/settings.md`."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from guideway.catalog.load.filing import ALONE, ONE_EACH
from guideway.model.countries import CountryFile
from guideway.model.decisions import GoldenPaths
from guideway.model.languages import LanguageFile
from guideway.model.meanings import meanings_of
from guideway.model.places import Category, Term
from guideway.model.records import RECORD_KINDS
from guideway.model.settings import Settings
from guideway.model.texts import Part, Refers, TextKind

_HEAD = """# Every key

Written by `make schema` from the vocabulary. What is **bold** must be there.
How to begin is in [authors](authors.md).
"""
_SETTINGS = """# Every setting

Written by `make schema` from the program. They stand in `mkdocs.yml`; what is **bold** must be
there. Anything else is a problem that says what there is in its place; with `--trust-settings` the
engine gets all of the file. What a project knows of its language and its country
stands in files beside it ([languages](languages.md#what-rules-look-for)).
"""
_TEXTS = {
    "plain": "a line, shown as typed",
    "inline": "a line; may have `**strong**` and `[](links)`",
    "prose": "paragraphs; may have `**strong**` and `[](links)`",
    "letter": "paragraphs with `{blanks}`",
}
_NAMED = {
    "": "the id of a record, with its kind",
    "target": "a step, or a page such as `guide.bridge`",
    **{kind: f"the id of an {kind}" for kind in ("owner", "action", "audience")},
}
_NAMES = {
    bool: "yes or no",
    int: "a whole number",
    float: "a number",
    str: "a word",
    date: "a date",
    re.Pattern: "a pattern",
}


def vocabulary() -> str:
    """Put all keys into one Markdown text, part by part."""
    pages = {f"content/{folder}/<id>.yaml": part for folder, (_, part) in ONE_EACH.items()}
    pages["content/decisions/<id>.paths.yaml"] = GoldenPaths
    pages |= {f"content/records/*.yaml: {kind}.…": part for kind, part in RECORD_KINDS.items()}
    pages |= {"content/topics.yaml: each entry": Category, "content/glossary.yaml: each": Term}
    pages |= {f"content/{name}": part for name, (_, part) in ALONE.items()}
    return _HEAD + _sections(pages)


def settings_page() -> str:
    """Put all settings into one Markdown text, part by part."""
    pages: dict[str, type[Part]] = {"mkdocs.yml": Settings}
    pages |= {"languages/<tag>.yaml": LanguageFile, "countries/<code>.yaml": CountryFile}
    return _SETTINGS + _sections(pages)


def _sections(pages: Mapping[str, type[Part]]) -> str:
    told: dict[type[Part], str] = {}
    for where, part in pages.items():
        told.setdefault(part, _section(part, f" — `{where}`"))
        for inner in _inside(part):
            told.setdefault(inner, _section(inner, ""))
    return "".join(told.values())


def _section(part: type[Part], where: str) -> str:
    about = (part.__doc__ or "").partition("\n\n")[0].replace("\n", " ")
    said = meanings_of(part)
    fields = part.model_fields.items()
    rows = "".join(_row(name, field, said.get(name, "")) for name, field in fields)
    table = f"| key | what it holds | what it means |\n| --- | --- | --- |\n{rows}"
    return f"\n## {part.__name__}{where}\n\n{about}\n\n{table}"


def _row(name: str, field: Any, said: str) -> str:
    key = f"`{field.alias or name}`"
    meaning = " ".join(said.split()).replace("|", "\\|")
    holds = _holds((field.annotation, *field.metadata)).replace("|", "\\|")
    return f"| {f'**{key}**' if field.is_required() else key} | {holds} | {meaning} |\n"


def _holds(annotation: Any) -> str:
    """Say what a field holds, from its annotation and what is said beside it."""
    parts = annotation if isinstance(annotation, tuple) else _parts(annotation)
    for mark in parts:
        if isinstance(mark, TextKind):
            return _TEXTS[mark.markup]
        if isinstance(mark, Refers):
            return _NAMED.get(mark.kind, f"the id of a {mark.kind}")
    return _shape(parts[0]) if parts else "a value"


def _parts(annotation: Any) -> tuple[Any, ...]:
    if hasattr(annotation, "__metadata__"):
        inner = _parts(annotation.__origin__)
        return (*inner, *annotation.__metadata__)
    return (annotation,)


def _shape(kind: Any) -> str:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return " or ".join(dict.fromkeys(_holds(a) for a in arguments if a is not NoneType))
    if origin is Literal:
        return "one of " + ", ".join(f"`{choice}`" for choice in arguments)
    if origin is tuple:
        return f"a list: {_holds(arguments[0])}"
    if origin is dict:
        return f"a mapping: an id to {_holds(arguments[1])}"
    if isinstance(kind, type) and issubclass(kind, Part):
        return f"[{kind.__name__}](#{kind.__name__.lower()})"
    return _NAMES.get(kind, "a condition: answers")


def _inside(part: type[Part]) -> Iterator[type[Part]]:
    """The parts in a part, each once, in the order in which they are met."""
    waiting, seen = [part], {part}
    while waiting:
        for field in waiting.pop(0).model_fields.values():
            for inner in _kinds(field.annotation):
                if inner not in seen:
                    seen.add(inner)
                    waiting.append(inner)
                    yield inner


def _kinds(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for argument in get_args(annotation):
        yield from _kinds(argument)

"""Whatever an author can write is in every form of its page, but for a written list.

Each text field of the vocabulary gets a mark of its own in one piece of our content that has it, or
could have it; so a field that is added is looked for in every form before anybody has used it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from guideway.catalog import Catalog
from guideway.catalog.as_of import in_force
from guideway.catalog.field_texts import fields
from guideway.editions.search.pages import subjects_of
from guideway.model.records import RECORD_KINDS
from guideway.model.texts import Part, TextKind
from guideway.source import Trail
from tests.support.composing import TINY, compose
from tests.support.data import read_data
from tests.support.exports import made
from tests.support.marking import parts, put, sign, signed
from tests.support.ours import TEMPLATES, WORDS, our_catalog, our_uses

pytestmark = pytest.mark.slow

LEFT_OUT: dict[str, dict[str, str]] = read_data(Path(__file__).parent / "fields.yaml")
FORMS = ("page", "embedded", "data", "markdown", "search")
KINDS = ("guide", "decision", "warning")
OWN_PAGES = ("page", "search")
RECORDS = ("page", "data", "markdown")
SHOWN_BY_OTHERS: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(("provider", "article", "term"), OWN_PAGES),
    **dict.fromkeys(RECORD_KINDS, RECORDS),
}
"""Kinds whose texts stand on pages of others too → the forms that have them, anywhere in them.

Who sells, articles and terms have pages to read alone. A record is not looked for by its own words,
and an embedded page says where its sources stand.
"""
ADDRESS = "https://help.example/"
NAMED = re.compile(r"\b(?:channel|law|period|fee|threshold)(?:[.-][a-z0-9]+)+")


class Marked(NamedTuple):
    """A text field, and where it has its mark."""

    field: str
    """Of which kind of page, and which: `guide Step.expect`."""
    entry: str
    trail: Trail
    written: object
    """What stood there."""


@cache
def marks() -> tuple[Marked, ...]:
    """Choose a place for each text field: where something is written, if it is anywhere."""
    chosen: dict[str, Marked] = {}
    for entry in our_catalog().entries.values():
        for trail, part in parts(entry.value) if entry.kind in (*KINDS, *SHOWN_BY_OTHERS) else ():
            for name, mark in fields(type(part)):
                field = f"{entry.kind} {type(part).__name__}.{name}"
                before = chosen.get(field)
                written = getattr(part, name)
                if isinstance(mark, TextKind) and (not before or (written and not before.written)):
                    chosen[field] = Marked(field, entry.name, (*trail, name), written)
    return tuple(chosen[field] for field in sorted(chosen))


@cache
def marked() -> Catalog:
    """Our content with all marks in it."""
    entries = dict(our_catalog().entries)
    for number, each in enumerate(marks()):
        new = signed(each.written, sign(number))
        entry = entries[each.entry]
        entries[each.entry] = replace(entry, value=put(entry.value, each.trail, new))
    return replace(our_catalog(), entries=entries)


@cache
def published() -> Mapping[str, Mapping[str, str]]:
    """What is made of the pages that have marks: form → name of the entry → all of it."""
    tree = compose(marked(), TEMPLATES, WORDS, replace(TINY, address=ADDRESS, name="n"))
    own = tree.pages
    exported = made(tree, ADDRESS)
    called = {page.name: page.embed for page in own if page.embed and page.kind != "situation"}
    words = {p.path: repr(list(subjects_of(tree.catalog, p, WORDS))) for p in own}
    everywhere = {
        "page": "".join(page.text for page in own),
        "data": _joined(tree.texts, "api/"),
        "markdown": "".join(text for path, text in exported.items() if ".md" in path),
        "search": "".join(words.values()),
    }
    found: dict[str, dict[str, str]] = {form: {} for form in FORMS}
    for name in {each.entry for each in marks()}:
        kind, _, id_ = name.partition(".")
        room = f"{kind}s/{id_}"
        if kind in SHOWN_BY_OTHERS:
            for form in SHOWN_BY_OTHERS[kind]:
                found[form][name] = everywhere[form]
            continue
        mine = [page for page in own if page.path.startswith((f"{room}.", f"{room}/"))]
        found["page"][name] = "".join(page.text for page in mine)
        found["search"][name] = "".join(words[page.path] for page in mine)
        frames = (f"embed/{called[name]}/", f"embed/{called[name]}.")
        found["embedded"][name] = _joined(tree.texts, *frames)
        found["data"][name] = tree.texts[f"api/{room}.json"]
        found["markdown"][name] = "".join(
            text for path, text in exported.items() if path.startswith(room) and ".md" in path
        )
    return found


def _joined(texts: Mapping[str, str], *starts: str) -> str:
    return "".join(text for path, text in texts.items() if path.startswith(starts))


def listed(form: str) -> set[str]:
    """Give the fields that are left out; one without a kind is left out of all that have it."""
    known = {each.field for each in marks() if _has(form, each.field.partition(" ")[0])}
    return {
        field
        for name in LEFT_OUT[form]
        for field in ([name] if " " in name else known)
        if field.endswith(f" {name}") or field == name
    }


def _has(form: str, kind: str) -> bool:
    return form in SHOWN_BY_OTHERS.get(kind, FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_every_text_an_author_can_write_is_published_or_on_the_list(form: str) -> None:
    texts = published()[form]
    missing = {
        each.field
        for number, each in enumerate(marks())
        if each.entry in texts and sign(number) not in texts[each.entry]
    }

    assert len(marks()) > 150
    assert min(map(len, texts.values())) > 100
    assert missing == listed(form)


def test_the_list_says_why() -> None:
    assert set(LEFT_OUT) == {*FORMS, "unused"}
    assert [
        (form, field) for form in LEFT_OUT for field, why in LEFT_OUT[form].items() if not why
    ] == []


def test_every_field_is_used_by_our_content_or_on_the_list() -> None:
    """Else nobody sees whether it is published."""
    found: dict[str, set[str]] = {}
    known: dict[str, type[Part]] = {}
    for entry in our_catalog().entries.values():
        for _, part in parts(entry.value) if entry.kind in (*KINDS, *SHOWN_BY_OTHERS) else ():
            known[type(part).__name__] = type(part)
            found.setdefault(type(part).__name__, set()).update(part.model_fields_set)
    unused = {f"{name}.{f}" for name in known for f in set(known[name].model_fields) - found[name]}

    assert unused - LEFT_OUT["unused"].keys() == set()
    assert {field.partition(".")[0] for field in LEFT_OUT["unused"]} <= known.keys()


def test_every_record_that_a_text_or_field_names_is_in_the_impact_list_of_its_page() -> None:
    """What names one is looked for in the file as it was typed, without its remarks."""
    present = in_force(our_catalog(), our_catalog().day)
    records = {entry.name for entry in present.records}
    named = {
        (entry.name, record)
        for entry in present.entries.values()
        if entry.kind in KINDS
        for line in entry.document.text.splitlines()
        if not line.lstrip().startswith("#")
        for record in NAMED.findall(line)
        if record in records
    }
    uses = our_uses()

    assert len(named) > 1_000
    assert [
        (name, record)
        for name, record in named
        if record not in uses[f"{name.replace('.', 's/', 1)}.md"]
    ] == []


def test_a_page_is_in_its_own_impact_list() -> None:
    entries = [e for e in our_catalog().entries.values() if e.kind in KINDS]

    assert [e.name for e in entries if e.name not in our_uses()[f"{e.kind}s/{e.id}.md"]] == []

"""What an author writes of a step changes every edition, but for a written list.

Each field of a step is taken out of a guide that has all of them (what is required gets other
words), and every edition is made with it and without. So a field that is no text is looked for
too, and one that somebody adds to the model is missed in each edition that forgets it, before any
content has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import cast

import pytest
import yaml

from guideway.catalog import Catalog
from guideway.catalog.field_texts import fields as marks_of
from guideway.changes.comparing import changes
from guideway.model.guides import Guide
from guideway.model.steps import Alternative, SmallStep, Step, Substep
from guideway.model.texts import Part, Refers
from tests.support.data import read_data
from tests.support.marking import parts, put, signed
from tests.support.taking_out import Spot, at, editions, having, tiny, without

HERE = Path(__file__).parent
pytestmark = pytest.mark.slow

LEFT_OUT: dict[str, dict[str, str]] = read_data(HERE / "steps.yaml")
GUIDE = "guide.bridge"
LEVELS = (Step, Alternative, Substep, SmallStep)
NAME = "Step.id"
"""What links call a step: without it they lead nowhere."""
HOTLINE = "channel.keeper.hotline"


@cache
def catalog() -> Catalog:
    """Give the tiny site with all it could have; what one step has, steps in it have, too."""
    found = tiny()
    guide = found.entries[GUIDE].value
    steps = [(trail, part) for trail, part in parts(guide) if type(part) in LEVELS]
    written = {
        name: value
        for _, part in steps
        for name in type(part).model_fields.keys() - {"substeps"}  # of each level its own
        if (value := getattr(part, name))
    }
    for level in {type(part): trail for trail, part in reversed(steps)}.values():
        for name in type(at(guide, level)).model_fields:
            if not getattr(at(guide, level), name) and name in written:
                guide = put(guide, (*level, name), written[name])
    entry = replace(found.entries[GUIDE], value=guide)
    return replace(found, entries={**found.entries, GUIDE: entry})


@cache
def spots() -> tuple[Spot, ...]:
    """Find each field of a step and of what is in it, where something is written."""
    found: dict[str, Spot] = {}
    guide = cast("Guide", catalog().entries[GUIDE].value)
    for trail, part in parts(guide):
        if type(part) in LEVELS:
            for name in type(part).model_fields:
                field = f"{type(part).__name__}.{name}"
                if getattr(part, name) and field not in (*found, NAME):
                    found[field] = Spot(field, (*trail, name), without(part, name))
    return tuple(found.values())


@cache
def unchanged() -> Mapping[str, Mapping[str, str]]:
    """Find, for every field, the editions that say the same without it: field → their names."""
    before = editions(catalog(), GUIDE)
    same: dict[str, Mapping[str, str]] = {}
    for spot in spots():
        other = having(catalog(), GUIDE, spot.trail, spot.other)
        after = editions(other, GUIDE)
        kept = {name: "" for name, text in before.items() if after[name] == text}
        same[spot.field] = {**kept, **({} if changes(catalog(), other) else {"diff": ""})}
    return same


def fields(levels: Iterable[type[Part]] = LEVELS) -> set[str]:
    """Name every field of a step and of the steps in it."""
    return {f"{level.__name__}.{name}" for level in levels for name in level.model_fields}


def test_the_tiny_site_has_every_field_of_a_step() -> None:
    """Else nobody would miss it: write it in tests/build/hostile/everything.yaml."""
    assert {NAME, *(spot.field for spot in spots())} == fields()


@pytest.mark.parametrize("edition", sorted(LEFT_OUT.keys() - {"import"}))
def test_every_field_of_a_step_changes_an_edition_or_is_on_its_list(edition: str) -> None:
    same = {field for field, names in unchanged().items() if edition in names}

    assert same == LEFT_OUT[edition].keys()


def test_every_edition_is_asked() -> None:
    assert {*editions(catalog(), GUIDE), "diff", "import"} == {*LEFT_OUT, "impact"}


def test_a_record_named_in_any_field_of_a_step_is_in_the_impact_list_of_its_guide() -> None:
    """A record of its own for each field, that nothing else names."""
    entries = dict(catalog().entries)
    named = dict[str, str]()
    new: object
    for number, (field, trail, _) in enumerate(spots()):
        part = at(entries[GUIDE].value, trail[:-1])
        mark = dict(marks_of(part.__class__))[str(trail[-1])]
        record = f"channel.keeper.mark-{number}"
        if isinstance(mark, Refers):
            named[field], new = record, (record,)
        elif mark and mark.markup != "plain":
            named[field], new = record, signed(getattr(part, str(trail[-1])), f"打[]({record})")
        else:
            continue
        hotline, guide = entries[HOTLINE], entries[GUIDE]
        entries[record] = replace(hotline, name=record)
        entries[GUIDE] = replace(guide, value=put(guide.value, trail, new))
    uses = editions(replace(catalog(), entries=entries), GUIDE)["impact"]

    assert len(named) > 10
    assert {field for field, record in named.items() if f"'{record}'" not in uses} == set()


def test_drafts_of_articles_have_every_field_of_a_step_or_it_is_on_the_list() -> None:
    """Of all articles that the import is tried with."""
    paths = (HERE.parent / "imports" / "expected").glob("*.yaml")
    drafts = [next(yaml.safe_load_all(path.read_text(encoding="utf-8"))) for path in paths]
    seen = {f"Step.{name}" for draft in drafts for step in draft.get("steps", ()) for name in step}

    assert len(drafts) > 10
    assert fields([Step]) - seen == LEFT_OUT["import"].keys()


def test_the_lists_say_why() -> None:
    assert [
        (name, field) for name in LEFT_OUT for field, why in LEFT_OUT[name].items() if not why
    ] == []

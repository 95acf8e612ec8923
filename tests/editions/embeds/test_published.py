"""What is published as data is all that the vocabulary holds, but for a written list."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from types import SimpleNamespace
from typing import Any, get_args

import pytest

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.editions.embeds.stating import Stating
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.mirroring import Mirror
from guideway.model.published import CHANGES, MIRROR, PAGES
from guideway.model.records import RECORD_KINDS
from guideway.model.steps import Step, Substep
from guideway.model.texts import Inline, Part, TextKind
from guideway.model.warnings import WarningPage
from tests.support.ours import our_catalog, our_texts

pytestmark = pytest.mark.slow

PARTS: Mapping[str, type[Part]] = {"guide": Guide, "decision": Decision, "warning": WarningPage}


class WarnedStep(Step):
    """A step as it may be one day, with a field that nobody has thought of."""

    beware: Inline
    """What nobody has thought of."""


class LaterGuide(Guide):
    """A guide with such steps."""

    steps: tuple[WarnedStep, ...]


@cache
def published() -> Mapping[str, Mapping[str, Any]]:
    """The data of every page, by its full name."""
    texts = our_texts()
    pages = [
        json.loads(text)
        for path, text in texts.items()
        if path.startswith(("api/guides/", "api/decisions/", "api/warnings/"))
    ]
    return {f"{page['kind']}.{page['id']}": page for page in pages}


def test_every_field_of_every_part_is_in_the_data_or_on_the_list() -> None:
    parts = list(_reachable(*PARTS.values(), *RECORD_KINDS.values()))
    left_out = {
        (part.__name__, field)
        for part in parts
        for field in part.model_fields
        if MIRROR.becomes(part, field) not in MIRROR.form(part).model_fields
    }

    assert len(parts) > 30
    assert PAGES.keys() == PARTS.keys()
    assert left_out == {
        (part.__name__, change.field)
        for change in CHANGES
        if not change.becomes
        for part in parts
        if issubclass(part, change.part)
    }


def test_the_list_names_what_there_is_and_says_why() -> None:
    assert [change for change in CHANGES if change.field not in change.part.model_fields] == []
    assert [change for change in CHANGES if len(change.why) < 20] == []


def test_a_field_that_is_added_is_published_without_another_word() -> None:
    page = SimpleNamespace(plain={text: text for text in ("走", "别信", "停")})
    step = WarnedStep(id="go", do="走", beware="别信", substeps=(Substep(do="停"),))
    said = Stating(Catalog({}), page, {}, "", "guides/x/")  # type: ignore[arg-type]  # all it is asked for
    stated = said.part(step)

    assert stated["beware"] == "别信"
    assert (
        Mirror(CHANGES, {})
        .form(LaterGuide)
        .model_json_schema()["$defs"]["PublishedWarnedStep"]["properties"]["beware"]["description"]
        == "What nobody has thought of."
    )


@pytest.mark.parametrize("kind", sorted(PAGES))
def test_every_text_and_name_of_our_content_is_in_the_data(kind: str) -> None:
    entries = [entry for entry in our_catalog().entries.values() if entry.kind == kind]
    looked, lost = 0, []
    for entry in entries:
        said = set(_strings(published()[entry.name]))
        for written in entry.written:
            if _is_plain(written) and not _is_left_out(entry, written.trail):
                looked += 1
                lost += [] if written.value in said else [(entry.name, *written.trail)]

    assert looked > 40 * len(entries) > 0
    assert lost == []


def test_a_smaller_step_keeps_its_warning_and_says_how_grave_it_is() -> None:
    def found(steps: Any) -> list[Any]:
        inner = [each for step in steps for each in step["substeps"]]
        inner += [sub for step in steps for way in step["alternatives"] for sub in way["steps"]]
        return [each["warn"] for each in inner if "warn" in each]

    grave = [
        warn
        for page in published().values()
        for warn in found(page["steps"])
        if warn["severity"] == "danger"
    ]
    written = [
        sub.warn
        for entry in our_catalog().guides
        for step in entry.value.steps
        for sub in (*step.substeps, *(sub for way in step.alternatives for sub in way.steps))
        if sub.warn and sub.warn.severity == "danger"
    ]

    assert len(grave) == len(written) >= 5


def test_a_step_says_where_to_go_on_and_what_it_rests_on() -> None:
    for entry in our_catalog().guides:
        page = published()[entry.name]
        places = {place["id"] for place in page["places"]}
        records = {source["id"] for source in page["sources"]}
        for step, said in zip(entry.value.steps, page["steps"], strict=True):
            assert said["cites"] == list(step.cites)
            assert records >= set(step.cites)
            if step.if_fails and step.if_fails.go:
                assert said["otherwise"]["go"] == step.if_fails.go
                assert step.if_fails.go in places | records
                assert said["if_fails"] == said["otherwise"]["text"]


def test_a_call_is_data_with_its_number() -> None:
    calls = [
        outcome["emergency"]
        for page in published().values()
        for outcome in page["outcomes"]
        if "emergency" in outcome
    ]

    assert len(calls) >= 2
    for call in calls:
        assert call["text"].endswith(call["number"])
        assert call["number"].isdigit()
        assert call["call"].startswith("channel.")


def test_a_number_that_is_only_warned_of_is_not_offered() -> None:
    warned = [
        source
        for page in published().values()
        for source in page["sources"]
        if not source["is_called"]
    ]

    assert {source["id"].partition(".")[0] for source in warned} == {"channel"}
    assert all(source["record"]["value"] for source in warned)


def test_what_a_swindler_does_bears_the_words_that_say_so() -> None:
    signs = [
        (sign, page["id"])
        for page in published().values()
        if page["kind"] == "warning"
        for sign in page["looks"]
    ]

    assert len(signs) > 20
    assert [sign for sign in signs if not sign[0].startswith("骗局的样子：")] == []


def _reachable(*parts: type[Part]) -> Iterator[type[Part]]:
    """List parts and the parts in them."""
    seen: set[type[Part]] = set()
    waiting = list(parts)
    while waiting:
        part = waiting.pop()
        if part in seen:
            continue
        seen.add(part)
        yield part
        for field in part.model_fields.values():
            waiting += _parts_in(field.annotation)


def _parts_in(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inside in get_args(annotation):
        yield from _parts_in(inside)


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)


def _is_plain(written: FieldText) -> bool:
    """Whether a text stands in the data as it was typed: without markup, in one paragraph."""
    if isinstance(written.mark, TextKind) and written.mark.markup in {"inline", "prose", "letter"}:
        return not set(written.value) & set("[*_`\\\n{<>&")
    return True


def _is_left_out(entry: Entry[Any], trail: tuple[str | int, ...]) -> bool:
    """Follow the way to a text, and see whether a change lies on it."""
    changed = {(change.part, change.field) for change in CHANGES if _is_other(change)}
    value: Any = entry.value
    for word in trail:
        if isinstance(value, Part):
            if any((each, word) in changed for each in type(value).__mro__):
                return True
            value = getattr(value, str(word))
        else:
            value = value[word]
    return False


def _is_other(change: Any) -> bool:
    return not change.becomes or change.field in {"looks", "care"}

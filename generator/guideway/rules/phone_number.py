"""A phone number in a text is a reference to a record.

Wrong numbers cost people money. A number lives in one record with its source and the day it was
checked, and every text refers to that; so one change corrects every page. Wrong numbers in
circulation may be quoted in the `claim` of a correction. `@call` after the id shows the number
alone, `@number` shows it without a call.

Wrong:

    content/guides/bridge.yaml
    goal: 打 95188 问路

Right:

    content/guides/bridge.yaml
    goal: 打[](channel.keeper.hotline)问路
"""

import re
from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.channels import is_number
from guideway.catalog.field_texts import FieldText
from guideway.catalog.mistakes import mistakes
from guideway.model.inline import Link
from guideway.model.records import Channel, Fact
from guideway.model.texts import Part
from guideway.problems import Problem, near


def check_text(catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find every number that is typed instead of referred to."""
    dialled = catalog.country.dialled
    numbers = set(_numbers(entry, text, dialled)) if dialled else None
    if numbers:
        wrong = {mistake.said for mistake in mistakes(catalog, entry, text)}
        for number in sorted(numbers - wrong):
            place = entry.place_of(number, *text.trail)
            message = f"the phone number “{number}” is typed here"
            hint = _hint(number, catalog.kept(_known))
            yield Problem(place, message, code="phone-number", hint=hint)


def check_link(
    catalog: Catalog, entry: Entry[Part], text: FieldText, link: Link
) -> Iterator[Problem]:
    """Find a number that is asked of what is no phone."""
    name, _, facet = link.target.partition("@")
    target = catalog.get(name) if facet in {"number", "call"} else None
    is_meant = target is not None and is_number(str(getattr(target.value, "value", "")))
    if target and getattr(target.value, "medium", "") != "phone" and not is_meant:
        place = entry.place_of(link.target, *text.trail)
        message = f"{name} has no number to show"
        hint = f"refer to it: []({name})"
        yield Problem(place, message, code="phone-number", hint=hint)


def _known(catalog: Catalog) -> dict[str, str]:
    """The numbers there are → the records."""
    return {e.value.value: e.name for e in catalog.records if isinstance(e.value, Channel)}


def _numbers(entry: Entry[Part], text: FieldText, dialled: re.Pattern[str]) -> Iterator[str]:
    """The record is where a number lives, and search words may be numbers."""
    at_home = isinstance(entry.value, Fact) and text.trail[0] in {"value", "source"}
    if not (at_home or text.is_of_others):
        for piece in text.words:
            yield from (match[0] for match in dialled.finditer(piece))


def _hint(number: str, known: dict[str, str]) -> str:
    if number in known:
        return f"refer to it: []({known[number]})"
    return near(number, known) or "make it a record in content/records/, then refer to its id"

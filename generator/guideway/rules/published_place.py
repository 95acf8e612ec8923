"""A place that was published is still found at its address.

`content/addresses.yaml` lists every step, deadline and letter that ever had an address. Who merges
or renames one keeps its id under `aliases` of what says it now; what no other has taken over is
listed under `gone` as well. `guideway fix` lists new places.

Wrong:

    content/addresses.yaml
    published:
      - bridge/#deadline-answer
      - bridge/#deadline-wave
      - bridge/#letter-request
      - bridge/#step-cross
      - bridge/#step-pay
      - bridge/#step-swim

Right:

    content/addresses.yaml
    published:
      - bridge/#deadline-answer
      - bridge/#deadline-wave
      - bridge/#letter-request
      - bridge/#step-cross
      - bridge/#step-pay
      - bridge/#step-swim
    gone:
      - bridge/#step-swim
"""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from guideway.catalog import Catalog, Entry
from guideway.model.addresses import Addresses
from guideway.problems import Mend, Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find what is lost, what is back, and what is not listed yet."""
    there = set(_places(catalog))
    for entry in catalog.addresses:
        published, gone = entry.value.published, {*entry.value.gone}
        for number, place in enumerate(published):
            is_known = place in there or place in gone or _is_unread(catalog, place)
            if not is_known:
                message = f"“{place}” was published, and leads nowhere now"
                hint = "keep its id in `aliases` of what says it now, or list it under `gone`"
                spot = entry.place("published", number)
                yield Problem(spot, message, code="published-place", hint=hint)
        for number, place in enumerate(entry.value.gone):
            if place in there:
                spot = entry.place("gone", number)
                yield Problem(
                    spot, f"“{place}” is there", code="published-place", hint="delete this line"
                )
        if new := sorted(there.difference(published)):
            yield _unlisted(entry, new)


def _places(catalog: Catalog) -> Iterator[str]:
    """The places of all finished guides, under all of their names."""
    for entry in catalog.guides:
        if entry.name in catalog.drafts:
            continue
        guide = entry.value
        parts = [*((step.id, step.aliases, "step") for step in guide.steps)]
        parts += ((day.id, day.aliases, "deadline") for day in guide.deadlines)
        parts += ((letter.id, letter.aliases, "letter") for letter in guide.letters)
        for its_id, aliases, kind in parts:
            yield from (f"{entry.id}/#{kind}-{name}" for name in (its_id, *aliases))


def _is_unread(catalog: Catalog, place: str) -> bool:
    return f"guide.{place.partition('/')[0]}" in catalog.unread


def _unlisted(entry: Entry[Addresses], new: list[str]) -> Problem:
    count = "1 place is" if len(new) == 1 else f"{len(new)} places are"
    message = f"{count} not listed yet: {', '.join(new[:3])}{' and more' if len(new) > 3 else ''}"  # noqa: PLR2004 - fits a line
    hint = "“guideway fix --write” lists what is new"
    told = Problem(entry.key_place("published"), message, code="published-place", hint=hint)
    return replace(told, mends=tuple(_listing(entry, new)))


def _listing(entry: Entry[Addresses], new: list[str]) -> Iterator[Mend]:
    """Lines for what is new, each before the first that comes behind it."""
    published = sorted(entry.value.published)
    if list(entry.value.published) != published:
        return
    for at, names in groupby(new, key=lambda name: bisect(published, name)):
        spot = entry.place("published", min(at, len(published) - 1))
        indent = spot.text[: spot.column - 1]
        lines = [f"{indent}{name}" for name in names]
        if at < len(published):
            yield Mend(spot.line, 1, 0, "".join(f"{line}\n" for line in lines))
        else:
            yield Mend(spot.line, len(spot.text) + 1, 0, "".join(f"\n{line}" for line in lines))

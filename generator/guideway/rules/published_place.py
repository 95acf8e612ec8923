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
        known = {*there, *gone}
        lost = [
            (number, place)
            for number, place in enumerate(published)
            if place not in known and not _is_unread(catalog, place)
        ]
        new = sorted(there.difference(published))
        yield from _lost(catalog, entry, lost, new)
        of_lost = {_guide(place) for _, place in lost}
        new = [place for place in new if _guide(place) not in of_lost]
        for number, place in enumerate(entry.value.gone):
            if place in there:
                spot = entry.place("gone", number)
                yield Problem(
                    spot, f"“{place}” is there", code="published-place", hint="delete this line"
                )
        if new:
            yield _unlisted(entry, new)


def _lost(
    catalog: Catalog, entry: Entry[Addresses], lost: list[tuple[int, str]], new: list[str]
) -> Iterator[Problem]:
    """Tell each place that is lost; of a guide that is gone, all of them as one.

    What is new in the same guide may be the same under another name: it is listed when that is
    settled.
    """
    for guide, found in groupby(lost, key=lambda each: _guide(each[1])):
        (number, first), *others = found
        if others and f"guide.{guide}" not in catalog.entries:
            many = len(others) + 1
            message = f"the guide “{guide}” is gone, and {many} of its places were published"
            hint = f"list them under `gone`, from “{first}” to “{others[-1][1]}”"
            yield Problem(
                entry.place("published", number), message, code="published-place", hint=hint
            )
            continue
        begun = [place.partition("#")[2] for place in new if _guide(place) == guide]
        such = f", such as “{begun[0].partition('-')[2]}”" if len(begun) == 1 else ""
        for at, place in ((number, first), *others):
            message = f"“{place}” was published, and leads nowhere now"
            hint = f"keep its id in `aliases` of what says it now{such}, or list it under `gone`"
            spot = entry.place("published", at)
            yield Problem(spot, message, code="published-place", hint=hint, about=place)


def _guide(place: str) -> str:
    return place.partition("/")[0]


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
    return f"guide.{_guide(place)}" in catalog.unread


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

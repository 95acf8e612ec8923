"""The places of a page that are results of their own, each with the answers that lead to it."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from guideway.catalog.walk import texts
from guideway.decisions.machine import explore
from guideway.decisions.tailoring import domains_of, shown_by
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.texts import TextKind
from guideway.search import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from guideway.catalog import Entry
    from guideway.decisions.machine import Way
    from guideway.model.guides import Correction
    from guideway.model.texts import Part
    from guideway.source import Trail

    Plain = Callable[[str], str]


def places_of(entry: Entry[Any], url: str, plain: Plain) -> Iterator[Place]:
    """List the steps and corrections of a page, or the questions and outcomes of a decision."""
    yield from _own(entry.value, entry, url, plain)
    yield from _corrections(entry, url, plain)


@singledispatch
def _own(_: Part, entry: Entry[Any], url: str, plain: Plain) -> Iterable[Place]:
    """Most pages have no places of their own."""
    return ()


@_own.register
def _steps(guide: Guide, entry: Entry[Any], url: str, plain: Plain) -> Iterator[Place]:
    for number, step in enumerate(guide.steps):
        way = shown_by(step.when, domains_of(guide)) if step.when else None
        address = f"{url}{_query(way or ())}#step-{step.id}"
        said = _said(entry, ("steps", number), {"do"}, plain)
        yield Place(address, plain(step.do), said, "step")


@_own.register
def _states(decision: Decision, entry: Entry[Any], url: str, plain: Plain) -> Iterator[Place]:
    machine = explore(entry)
    for node in (*decision.questions, *decision.outcomes):
        states = machine.at(node)
        if states:
            room = "questions" if node in decision.questions else "outcomes"
            piece = decision.questions.get(node) or decision.outcomes[node]
            heading = getattr(piece, "ask", None) or getattr(piece, "title", "")
            address = f"{url}{_query(states[0].way)}#s{states[0].number}"
            said = _said(entry, (room, node), {"ask", "title"}, plain)
            yield Place(address, heading, said, room.removesuffix("s"))


def _corrections(entry: Entry[Any], url: str, plain: Plain) -> Iterator[Place]:
    found: Iterable[Correction] = getattr(entry.value, "corrections", ())
    for number, correction in enumerate(found):
        said = _said(entry, ("corrections", number), {"claim"}, plain)
        yield Place(f"{url}#correction-{correction.id}", correction.claim, said, "correction")


def _query(way: Way) -> str:
    return f"?{urlencode(way)}" if way else ""


def _said(entry: Entry[Any], start: Trail, headings: set[str], plain: Plain) -> str:
    """Join what is written in a part, without its heading."""
    found = (written for written in texts(entry) if written.trail[: len(start)] == start)
    return "\n".join(
        plain(written.value) if isinstance(written.mark, TextKind) else written.value
        for written in found
        if not (len(written.trail) == len(start) + 1 and written.trail[-1] in headings)
    )

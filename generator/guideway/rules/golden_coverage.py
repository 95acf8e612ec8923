"""Golden paths pass every question, option and outcome of their decision.

What no path passes, nobody has walked by hand, and a change of it would show nowhere. As soon as
one decision has golden paths, every one has some.

Wrong:

    content/decisions/gorge.paths.yaml
    paths:
      - {answers: [certain], outcome: bridge}

Right:

    content/decisions/gorge.paths.yaml
    paths:
      - {answers: [certain], outcome: bridge}
      - {answers: [doubtful], outcome: wait}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.decisions.coverage import coverage, missed
from guideway.decisions.states import StateGraph
from guideway.decisions.wholes import explored_whole
from guideway.model.decisions import GoldenPaths
from guideway.model.texts import Part
from guideway.problems import Problem, listed

_MOST = 6
"""So many names are told."""


def check_piece(catalog: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find a decision of which golden paths do not pass all; wrong ones are told elsewhere."""
    graph = explored_whole(catalog, entry)
    if graph is None:
        return
    paths = next((each for each in catalog.golden if each.id == entry.id), None)
    if paths is None:
        if _are_usual(catalog) and not catalog.may_exist(f"golden.{entry.id}"):
            yield _unwalked(entry)
    elif not any(missed(graph, path) for path in paths.value.paths):
        yield from _passed_over(entry, graph, paths)


def _are_usual(catalog: Catalog) -> bool:
    """Say whether golden paths of any decision that is published are written down."""
    names = {entry.name for entry in catalog.decisions} - catalog.drafts.keys()
    return any(f"decision.{entry.id}" in names for entry in catalog.golden)


def _unwalked(entry: Entry[Part]) -> Problem:
    message = "no golden path of this decision is written down, as those of others are"
    hint = f"walk it by hand, and write {entry.id}.paths.yaml beside it"
    return Problem(entry.key_place("questions"), message, code="golden-coverage", hint=hint)


def _passed_over(
    entry: Entry[Part], graph: StateGraph, paths: Entry[GoldenPaths]
) -> Iterator[Problem]:
    shares = coverage(graph, paths.value.paths)
    left = [*shares["options"].missed, *shares["nodes"].missed]
    if left:
        more = f" and {len(left) - _MOST} more" if len(left) > _MOST else ""
        message = f"no golden path passes {listed(left[:_MOST])}{more}"
        hint = f"walk there by hand, and write down the answers; “guideway paths {entry.id}” counts"
        yield Problem(paths.key_place("paths"), message, code="golden-coverage", hint=hint)

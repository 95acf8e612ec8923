"""A decision in figures, for people and for programs."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from guideway.decisions.counts import edges, paths_per_outcome, questions_left
from guideway.decisions.coverage import Caught, Share
from guideway.decisions.states import StateGraph
from guideway.problems import Problem


def figures(graph: StateGraph, findings: Sequence[Problem]) -> dict[str, Any]:
    """Count what there is; of a decision with an endless loop, paths and depth are null.

    Of one that could not be explored to the end, whatever that would have counted is.
    """
    whole = graph.is_whole
    paths, left = (paths_per_outcome(graph), questions_left(graph)) if whole else (None, None)
    return {
        "questions": sum(not each.is_made for each in graph.decision.questions.values()),
        "outcomes": len(graph.decision.outcomes),
        "edges": len(edges(graph)) if whole else None,
        "paths": sum(paths.values()) if paths is not None else None,
        "max_depth": left[0][1] if left is not None else None,
        "paths_per_outcome": paths if paths is not None else {} if whole else None,
        "findings": [_finding(problem) for problem in findings],
    }


def as_json(graph: StateGraph, findings: Sequence[Problem]) -> str:
    """Write the figures for programs."""
    return json.dumps(figures(graph, findings), ensure_ascii=False, indent=2) + "\n"


def as_text(graph: StateGraph, findings: Sequence[Problem], shares: dict[str, Share]) -> str:
    """Write the figures for people, with what the golden paths pass."""
    found = figures(graph, findings)
    lines = [f"{name:18}{found[name]}" for name in ("questions", "outcomes", "edges", "paths")]
    lines.append(f"{'max depth':18}{found['max_depth']}")
    lines += [f"  {name:30}{number}" for name, number in (found["paths_per_outcome"] or {}).items()]
    lines += [_share(name, share) for name, share in shares.items() if graph.is_whole]
    return "\n".join(lines) + "\n"


def mutation_text(caught: Iterable[Caught]) -> str:
    """Say which changes nobody noticed, and how many somebody did."""
    rows = list(caught)
    silent = [row.change for row in rows if not (row.by_verifier or row.by_paths)]
    told = (
        f"{len(rows)} changes: {sum(row.by_verifier for row in rows)} caught by the verifier, "
        f"{sum(row.by_paths for row in rows)} by golden paths, {len(silent)} by neither"
    )
    return "\n".join([told, *(f"  nobody noticed: {change}" for change in silent)]) + "\n"


def _finding(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "level": problem.level,
        "message": problem.message,
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "answers": [f"{question}: {option}" for question, option in problem.answers],
    }


def _share(name: str, share: Share) -> str:
    missed = f"; not: {', '.join(share.missed)}" if share.missed else ""
    return f"{'golden ' + name:18}{share.done} of {share.total}{missed}"

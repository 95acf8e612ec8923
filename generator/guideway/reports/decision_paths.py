"""What `guideway paths` says about one decision."""

from collections.abc import Sequence
from dataclasses import dataclass

from guideway.catalog import Catalog
from guideway.decisions import drawing, summary
from guideway.decisions.coverage import coverage, mutation_run, until_part
from guideway.decisions.state_graph import explore
from guideway.decisions.verdict import count
from guideway.decisions.wholes import whole_of
from guideway.problems import Problem


@dataclass(frozen=True)
class Account:
    """What is said about one decision, and what is wrong with it."""

    text: str
    findings: tuple[Problem, ...]


def account(
    catalog: Catalog, problems: Sequence[Problem], name: str, form: str, *, mutate: bool
) -> Account | None:
    """Count or draw one decision; nothing if it could not be read."""
    found = {entry.id: entry for entry in catalog.decisions}.get(name)
    if found is None:
        return None
    files = [entry for entry in catalog.golden if entry.id == name]
    golden = tuple(path for entry in files for path in entry.value.paths)
    places = {entry.document.path for entry in (found, *files)}
    findings = tuple(problem for problem in problems if problem.place.path in places)
    whole = whole_of(catalog, found)
    graph = explore(whole)
    drawn = {"mermaid": drawing.as_mermaid, "dot": drawing.as_dot, "csv": drawing.as_csv}
    if form in drawn:
        return Account(drawn[form](whole.value), findings)
    if form == "json":
        return Account(summary.as_json(graph, findings), findings)
    text = summary.as_text(graph, findings, coverage(graph, golden))
    if mutate:
        own = tuple(until_part(graph, path) for path in golden)
        text += summary.mutation_text(mutation_run(found.value, own, count))
    return Account(text, findings)

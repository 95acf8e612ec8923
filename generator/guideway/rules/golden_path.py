"""A golden path leads where it says, and is told what it says.

The file `<id>.paths.yaml` beside a decision holds paths that somebody walked by hand; with `told`,
also the ids of the passages that are told there. When a route changes, the path shows it: mend the
route, or walk the path again and write down where it leads now.

Wrong:

    content/decisions/gorge.paths.yaml
    paths:
      - {answers: [certain], outcome: wait}
      - {answers: [doubtful], outcome: wait}

Right:

    content/decisions/gorge.paths.yaml
    paths:
      - {answers: [certain], outcome: bridge}
      - {answers: [doubtful], outcome: wait}
"""

from collections.abc import Iterator, Sequence

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_decision
from guideway.decisions.coverage import missed
from guideway.decisions.state_graph import explore
from guideway.decisions.wholes import whole_of
from guideway.model.box_sets import ticked_in
from guideway.model.decisions import Decision, GoldenPaths
from guideway.model.texts import Part
from guideway.model.values import is_value
from guideway.problems import Problem, listed, near


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find golden paths of no decision."""
    for entry in catalog.golden:
        if not catalog.may_exist(f"decision.{entry.id}"):
            hint = near(entry.id, (decision.id for decision in catalog.decisions))
            said = f"there is no decision “{entry.id}” these paths could belong to"
            yield Problem(entry.key_place("paths"), said, code="golden-path", hint=hint)


def check_piece(catalog: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Run the golden paths of a decision."""
    if not is_decision(entry):
        return
    whole = whole_of(catalog, entry)
    for golden in catalog.golden:
        if golden.id == entry.id and (whole is not entry or not entry.value.parts):
            yield from _run(golden, whole)


def _run(entry: Entry[GoldenPaths], decision: Entry[Decision]) -> Iterator[Problem]:
    graph = explore(decision)
    for number, path in enumerate(entry.value.paths if graph.is_whole else ()):
        instead = missed(graph, path)
        strange = _unknown(decision.value, path.answers) if instead else None
        if strange is not None:
            yield _renamed(entry, decision.value, number, strange)
        elif instead:
            is_told = instead.startswith("are told")
            meant = listed(path.told) if is_told else f"to “{path.outcome}”"
            meant = f"refused by “{path.refused}”" if path.refused else meant
            message = f"these answers {instead}, not {meant}"
            hint = "mend the route, or write down where the path leads now"
            yield Problem(entry.place("paths", number), message, code="golden-path", hint=hint)


def _unknown(decision: Decision, answers: Sequence[str]) -> int | None:
    """The place of the first answer that is no option of any question."""
    known = {option for question in decision.questions.values() for option in question.options}
    named = ((n, {*ticked_in(each)}) for n, each in enumerate(answers) if not is_value(each))
    return next((number for number, ticked in named if not ticked <= known), None)


def _renamed(entry: Entry[GoldenPaths], decision: Decision, number: int, answer: int) -> Problem:
    """Name an option that is called otherwise by now, and what it is called."""
    ticked = ticked_in(entry.value.paths[number].answers[answer])
    options = [
        (name, option)
        for question in decision.questions.values()
        for name, option in question.options.items()
    ]
    written = next(box for box in ticked if box not in dict(options))
    now = next((name for name, option in options if written in option.aliases), None)
    hint = f"it is called “{now}” now" if now else near(written, dict(options))
    place = entry.place_of(written, "paths", number, "answers", answer)
    said = f"“{written}” is an option of no question of “{entry.id}”"
    return Problem(place, said, code="golden-path", hint=hint)

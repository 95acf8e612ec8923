"""What a decision promises about everybody who says something is kept.

`never: {when: …, to: …}` promises that nobody with these answers gets to a question or an outcome;
`told: {when: …, text: …}` that everybody with these answers, wherever they end, is told the passage
with that id. Answers are meant as they are there: of a question that was asked again, the last. A
promise about answers that nobody gives is idle, and told as well.

Wrong:

    content/decisions/gorge.yaml
    outcomes:
      bridge: {kind: act, title: 过桥, text: 走吧。, guide: {id: bridge}}
      wait:
        kind: wait
        title: 等一等
        text: [{id: rest, text: 想好再来。}]
        next: [channel.keeper.hotline]
    never: [{when: {mood: doubtful}, to: wait}]
    told: [{when: {mood: doubtful}, text: rest}]

Right:

    content/decisions/gorge.yaml
    outcomes:
      bridge: {kind: act, title: 过桥, text: 走吧。, guide: {id: bridge}}
      wait:
        kind: wait
        title: 等一等
        text: [{id: rest, text: 想好再来。}]
        next: [channel.keeper.hotline]
    never: [{when: {mood: doubtful}, to: bridge}]
    told: [{when: {mood: doubtful}, text: rest}]
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.kinds import is_decision
from guideway.decisions.promises import Finding, broken
from guideway.decisions.tailoring import domains_of, is_known
from guideway.decisions.wholes import explored_whole, whole_of
from guideway.model.decisions import Decision
from guideway.model.texts import Part
from guideway.problems import Problem, near


def check_piece(catalog: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find every promise that some answers break, that is about nobody, or that names nothing."""
    if not is_decision(entry) or not explored_whole(catalog, entry):
        return
    whole = whole_of(catalog, entry)
    yield from _nameless(whole)
    domains = domains_of(whole.value)
    for finding in broken(whole.value):
        promise = getattr(whole.value, finding.field)[finding.number]
        if is_known(promise.when, domains):
            yield _lost(whole, finding)


def _nameless(entry: Entry[Decision]) -> Iterator[Problem]:
    """Find the places and passages that do not exist."""
    decision = entry.value
    nodes = {*decision.questions, *decision.outcomes}
    texts = {part.id for outcome in decision.outcomes.values() for part in outcome.text if part.id}
    for number, never in enumerate(decision.never):
        if never.to not in nodes:
            said = f"there is no question or outcome “{never.to}”"
            place = entry.place("never", number, "to")
            yield Problem(place, said, code="broken-promise", hint=near(never.to, nodes))
    for number, told in enumerate(decision.told):
        if told.text not in texts:
            said = f"no passage of an outcome has the id “{told.text}”"
            place = entry.place("told", number, "text")
            yield Problem(place, said, code="broken-promise", hint=near(told.text, texts))


def _lost(entry: Entry[Decision], finding: Finding) -> Problem:
    promise = getattr(entry.value, finding.field)[finding.number]
    if finding.what == "idle":
        message, hint = "nobody has these answers in the end", "mend the condition, or give it up"
    elif finding.what == "entangled":
        message = "this promise comes to more cases than can be followed"
        hint = "let its condition look at fewer questions"
    elif finding.field == "never":
        message = f"these answers lead to “{promise.to}”, and never should"
        hint = "lead them elsewhere, or give the promise up"
    else:
        message = f"these answers lead to “{finding.at}”, where “{promise.text}” is not told"
        hint = "give the outcome a passage with that id for them, or give the promise up"
    place = entry.place(finding.field, finding.number)
    return Problem(place, message, code="broken-promise", hint=hint, answers=finding.way)

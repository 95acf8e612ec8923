"""The places of a page that are results of their own, each with the answers that lead to it."""

from collections.abc import Iterable, Iterator
from typing import Any

from guideway.catalog import Entry
from guideway.catalog.field_texts import FieldText
from guideway.decisions.answered_texts import passages_for, title_for, words_of
from guideway.decisions.state_graph import explore
from guideway.decisions.states import State
from guideway.decisions.tailoring import domains_of, shown_by
from guideway.decisions.wholes import is_own
from guideway.editions.search import SearchSection
from guideway.model.decisions import Decision
from guideway.model.guides import Correction, Guide
from guideway.model.mentions import filled
from guideway.model.warnings import WarningPage
from guideway.model.words import Words, rebuttal
from guideway.pages.rendered import RenderedPage
from guideway.pages.targets import with_answers
from guideway.source import Trail

_HEADINGS = {"do", "when", "ask", "title", "claim", "asked"}


def places_of(entry: Entry[Any], page: RenderedPage, words: Words) -> Iterator[SearchSection]:
    """List the steps of a guide, the questions and outcomes of a decision, and the corrections."""
    if isinstance(entry.value, Guide):
        yield from _steps(entry, page)
        yield from _papers(entry.value, page)
        yield from _troubles(entry, page)
    if isinstance(entry.value, WarningPage):
        yield from _moves(entry, page)
    if isinstance(entry.value, Decision):
        yield from _states(entry, page)
    yield from _corrections(entry, page, words)


def _steps(entry: Entry[Guide], page: RenderedPage) -> Iterator[SearchSection]:
    guide = entry.value
    for number, step in enumerate(guide.steps):
        way = shown_by(step.when, domains_of(guide)) if step.when else None
        address = with_answers(f"{page.url}#step-{step.id}", way or ())
        said = _said(entry, ("steps", number), page)
        yield SearchSection(
            address, page.plain[step.do], said, asked=step.asked, name=f"step-{step.id}"
        )


def _papers(guide: Guide, page: RenderedPage) -> Iterator[SearchSection]:
    """Days and letters that readers ask for; what they say is in the body of the page."""
    for deadline in guide.deadlines:
        if deadline.asked:
            name, what = f"deadline-{deadline.id}", page.plain[deadline.what]
            yield SearchSection(f"{page.url}#{name}", what, asked=deadline.asked, name=name)
    for letter in guide.letters:
        if letter.asked:
            name = f"letter-{letter.id}"
            yield SearchSection(f"{page.url}#{name}", letter.title, asked=letter.asked, name=name)


def _troubles(entry: Entry[Guide], page: RenderedPage) -> Iterator[SearchSection]:
    """What can go wrong, where readers ask for it; the rest is in the body of the page."""
    for number, trouble in enumerate(entry.value.troubles):
        if trouble.id:
            domains = domains_of(entry.value)
            way = shown_by(trouble.applies, domains) if trouble.applies else None
            name, when = f"trouble-{trouble.id}", page.plain[trouble.when]
            address = with_answers(f"{page.url}#{name}", way or ())
            said = _said(entry, ("troubles", number), page)
            yield SearchSection(address, when, said, asked=trouble.asked, name=name)


def _moves(entry: Entry[WarningPage], page: RenderedPage) -> Iterator[SearchSection]:
    """What to do now, where readers ask for it."""
    for number, move in enumerate(entry.value.now):
        if move.id:
            said = _said(entry, ("now", number), page)
            name = f"now-{move.id}"
            address = f"{page.url}#{name}"
            yield SearchSection(address, page.plain[move.do], said, asked=move.asked, name=name)


def _states(entry: Entry[Decision], page: RenderedPage) -> Iterator[SearchSection]:
    """Every node, in the state that the fewest answers lead to; an outcome for all it tells.

    What is of a part is found on the page of the decision that it is.
    """
    decision, graph = entry.value, explore(entry)
    questions = (name for name, each in decision.questions.items() if not each.is_made)
    for node in filter(is_own, (*questions, *decision.outcomes)):
        kind = "outcome" if node in decision.outcomes else "question"
        told: set[tuple[int, ...]] = set()
        for state in graph.at(node):
            answers = state.said
            passages = passages_for(decision, node, answers) if kind == "outcome" else ()
            if passages not in told:
                told.add(passages)
                address = with_answers(f"{page.url}#s{state.number}", state.way)
                heading = title_for(decision, node, answers)
                asked = decision.outcomes[node].asked if kind == "outcome" else ()
                said, name = _told(entry, state, page), f"{kind}-{node}"
                yield SearchSection(address, heading, said, kind, "", asked, name)


def _told(entry: Entry[Decision], state: State, page: RenderedPage) -> str:
    """Join what is told in a state, without its heading."""
    decision, answers = entry.value, state.said
    start = ("outcomes" if state.node in decision.outcomes else "questions", state.node)
    shown = passages_for(decision, state.node, answers) if start[0] == "outcomes" else ()
    texts = (
        written
        for written in _texts(entry, start)
        if written.trail[2] != "text" or written.trail[3] in shown
    )
    words = words_of(decision, answers)
    return "\n".join(filled(page.plain[each.value], words, is_markup=False) for each in texts)


def _corrections(entry: Entry[Any], page: RenderedPage, words: Words) -> Iterator[SearchSection]:
    """A wrong statement is found by its words, and shown as one, with its truth."""
    found: Iterable[Correction] = getattr(entry.value, "corrections", ())
    for number, correction in enumerate(found):
        said = _said(entry, ("corrections", number), page)
        shown = rebuttal(words, correction.claim, page.plain[correction.truth])
        name = f"correction-{correction.id}"
        told = (shown.claim, said, "correction", shown.truth, correction.asked)
        yield SearchSection(f"{page.url}#{name}", *told, name)


def _said(entry: Entry[Any], start: Trail, page: RenderedPage) -> str:
    """Join what is written in a part, without its heading."""
    return "\n".join(page.plain[written.value] for written in _texts(entry, start))


def _texts(entry: Entry[Any], start: Trail) -> Iterator[FieldText]:
    for written in entry.texts:
        is_inside = written.trail[: len(start)] == start
        if is_inside and written.trail[len(start)] not in _HEADINGS:
            yield written

"""An answer is named after it was asked for.

`{answer.mood}` is what the reader answered to the question `mood` of the same decision: its `said`,
else its label. It can stand in the question, the help and the hints of a decision, and in the title
and the passages of an outcome; and only where everybody who reads it has been asked. A passage for
some says with `when` whom it is for. Of a name in braces that nothing fills in, such as `{mood}`,
readers would see the braces.

Wrong:

    content/decisions/gorge.yaml
    outcomes:
      bridge:
        kind: act
        title: 过桥
        text: 你说{answer.mod}，那就走吧。
        guide: {id: bridge}
      wait: {kind: wait, title: 等一等, text: 想好再来。, next: [channel.keeper.hotline]}

Right:

    content/decisions/gorge.yaml
    outcomes:
      bridge:
        kind: act
        title: 过桥
        text: 你说{answer.mood}，那就走吧。
        guide: {id: bridge}
      wait: {kind: wait, title: 等一等, text: 想好再来。, next: [channel.keeper.hotline]}
"""

import re
from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.decisions.answered_texts import can_name_answers
from guideway.decisions.state_graph import explored
from guideway.decisions.text_proofs import unasked
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.mentions import COMPUTED, mentioned
from guideway.model.texts import Part, TextKind
from guideway.problems import Place, Problem, near


def check_piece(_: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find texts of a decision that name an answer some reader of them was not asked for."""
    graph = explored(entry)
    for spot in unasked(graph) if graph else ():
        message = f"with these answers “{spot.subject}” was not asked before"
        if not spot.is_named:
            message = f"with these answers nothing is known of “{spot.subject}” to work with"
        hint = "say with `when` who is told this, or ask it on every way here"
        named = f"answer.{spot.subject}" if spot.is_named else "computed."
        place = entry.place_of(named, *spot.trail)
        yield Problem(place, message, code="unasked-answer", hint=hint, answers=spot.way)


def check_text(_catalog: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find answers to questions that do not exist, or named where none can be."""
    for question in mentioned(text.value):
        is_made = question.startswith(COMPUTED)
        place = entry.place_of(question if is_made else f"answer.{question}", *text.trail)
        decision = entry.value
        if not isinstance(decision, Decision) or not can_name_answers(text.trail):
            yield _problem(place, "no answer can be named here", _HERE)
        elif is_made:
            if question not in (known := set(_worked_out(decision))):
                yield _problem(place, f"nothing is called “{question}”", near(question, known))
        elif question not in decision.questions:
            said = f"there is no question “{question}”"
            yield _problem(place, said, near(question, decision.questions))
    if "{" in text.value:
        yield from _bare(entry, text)


def _bare(entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find braces around a name that nothing fills in: readers would see them."""
    mark = text.mark
    is_shown = isinstance(mark, TextKind) and not mark.is_verbatim and mark.markup != "letter"
    if not is_shown or not isinstance(entry.value, Decision | Guide):
        return
    if opened := _OPENED.search(text.value):
        place = entry.place_of(opened[0], *text.trail)
        yield _problem(
            place, f"“{opened[0]}” would be read as it stands", "“{” has no “}” behind it"
        )
    for name in (found[1] for piece in text.words for found in _BRACES.finditer(piece)):
        if name.startswith(("answer.", COMPUTED)):
            continue
        decision = entry.value
        known: dict[str, str] = {}
        if isinstance(decision, Decision) and can_name_answers(text.trail):
            known = {question: f"answer.{question}" for question in decision.questions}
            known |= {line.rpartition(".")[2]: line for line in _worked_out(decision)}
        last = name.rpartition(".")[2]
        hint = f"write {{{known[last]}}}" if last in known else near(name, known.values()) or _BARE
        place = entry.place_of(f"{{{name}}}", *text.trail)
        yield _problem(place, f"“{{{name}}}” would be read as it stands", hint)


def _worked_out(decision: Decision) -> Iterator[str]:
    for name, each in decision.computed.items():
        yield from (f"{COMPUTED}{name}.{line}" for line in each.lines)


_BRACES = re.compile(r"(?<![{\w$])\{ ?([a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)*) ?\}(?!\})")
_OPENED = re.compile(r"\{ ?(?:answer|computed)\.(?![^{}\n]*\})")
_BARE = "only letters have blanks, and only texts of decisions say what was answered: {answer.…}"
_HERE = "questions, help and hints of a decision and the texts of its outcomes can"


def _problem(place: Place, message: str, hint: str) -> Problem:
    return Problem(place, message, code="unasked-answer", hint=hint)

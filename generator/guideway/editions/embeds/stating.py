"""A part of the vocabulary → what is published of it: every field, texts in plain words.

What a form has besides, or in another way, is in the table at the end, by the kind of part.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import fields
from guideway.decisions.worked import Worked
from guideway.model.care import Emergency
from guideway.model.condition_data import as_data
from guideway.model.conditions import All, Is, Not
from guideway.model.conditions import Any as AnyOf
from guideway.model.continuations import Continuation, Entrance, Telling
from guideway.model.guides import Correction
from guideway.model.outcomes import Outcome
from guideway.model.published import MIRROR
from guideway.model.questions import Option, Question
from guideway.model.steps import Attachment, Picture, Step
from guideway.model.texts import Part, Refers, TextKind
from guideway.model.values import Band, said_of
from guideway.model.words import Words, rebuttal
from guideway.pages.bands import in_words
from guideway.pages.computing import script_data
from guideway.pages.rendered import RenderedPage

Stated = dict[str, Any]
_OF_BANDS = ("least", "most", "since", "until", "beside", "order")


@dataclass(frozen=True)
class Stating:
    """Where and in which words a page says things."""

    catalog: Catalog
    page: RenderedPage
    words: Words
    site: str
    """The address of the site, or nothing."""
    home: str
    """The address of the page."""

    def part(self, part: Part) -> Stated:
        """State a part as its published form wants it; what is empty it knows by itself."""
        made = next((known for known in _MADE if isinstance(part, known)), None)
        kind = made or type(part)
        stated = {
            becomes: self._value(value, mark)
            for name, mark in fields(kind)
            if (becomes := MIRROR.becomes(kind, name)) and (value := getattr(part, name)) != {}
        }
        more = (_MORE[each] for each in type(part).__mro__ if each in _MORE)
        return stated | next(more, lambda *_: {})(self, part)

    def _value(self, value: object, mark: TextKind | Refers | None) -> Any:
        if isinstance(value, Part):
            return self.part(value)
        if isinstance(value, tuple):
            return tuple(self._value(each, mark) for each in value)
        if isinstance(value, dict):
            return self._by_name(value, mark)
        if isinstance(value, (Is, All, AnyOf, Not)):
            return as_data(value)
        if isinstance(value, str) and isinstance(mark, TextKind):
            return self._text(value, mark)
        return value

    def _by_name(self, values: Mapping[str, object], mark: TextKind | Refers | None) -> Any:
        """Parts with ids become a list; words by name stay words by name."""
        stated = {name: self._value(value, mark) for name, value in values.items()}
        if any(isinstance(value, Part) for value in values.values()):
            return tuple({"id": name, **each} for name, each in stated.items())
        return stated

    def _text(self, text: str, kind: TextKind) -> str:
        if kind.markup == "letter":
            return self.page.letters[text]
        return text if kind.markup == "plain" else self.page.plain[text]


def _of_step(said: Stating, step: Step) -> Stated:
    return {
        "warning": said.page.plain[step.warn.text] if step.warn else None,
        "if_fails": said.page.plain[step.if_fails.text] if step.if_fails else None,
        "address": f"{said.home}#step-{step.id}",
    }


def _of_band(said: Stating, band: Band) -> Stated:
    name, question = next(
        (name, question)
        for question in _questions(said).values()
        for name, known in question.options.items()
        if known is band
    )
    in_page = in_words(question, said.words, _questions(said))
    ends = (said_of(question, end) for end in (band.least, band.most))
    periods = (each and each.record for each in (band.since, band.until))
    told = (*ends, *periods, band.beside or None, band.order, in_page.options[name].label)
    return dict(zip((*_OF_BANDS, "label"), told, strict=True))


def _of_worked(_said: Stating, worked: Worked) -> Stated:
    """Say how programs work it out."""
    line = worked.formula
    data: dict[str, Any] = script_data(line.computed, line.facts)
    facts = {name: tuple(told) for name, told in data["facts"].items()}
    lines = tuple(data["lines"])
    return {"comes_out": {"of": worked.of, "line": line.name, "lines": lines, "facts": facts}}


def _of_entrance(_said: Stating, part: Entrance) -> Stated:
    """Say how programs go on: with which question, and which of them are known."""
    given = {name: tuple(map(_telling, each)) for name, each in part.given.items()}
    return {"go": part.go, "given": given}


def _telling(telling: Telling) -> Stated:
    if telling.question:
        means = None if telling.is_same else telling.means
        return {"question": telling.question, "means": means}
    return {"when": telling.when and as_data(telling.when), "option": telling.option}


def _questions(said: Stating) -> Mapping[str, Question]:
    entry: Entry[Any] = said.catalog.entries[said.page.name]
    found: Mapping[str, Question] = entry.value.questions
    return found


def _of_file(said: Stating, part: Picture | Attachment) -> Stated:
    return {"address": f"{said.site}media/{part.file}"}


def _of_outcome(said: Stating, outcome: Outcome) -> Stated:
    decision: Entry[Any] = said.catalog.entries[said.page.name]
    outcomes = decision.value.outcomes
    name = next(name for name, known in outcomes.items() if known is outcome)
    address = said.page.handed.get(name)
    handed = (said.page.handed.get(f"{name}.{n}", "") for n in range(len(outcome.guides)))
    return {
        "text": "\n\n".join(said.page.plain[part.text] for part in outcome.text),
        "next": tuple(way.to for way in outcome.next),
        "cites": tuple(cite.record for cite in outcome.cites),
        "guide": said.site + address if address else None,
        "addresses": tuple(said.site + each for each in handed),
    }


def _of_emergency(said: Stating, emergency: Emergency) -> Stated:
    channel: Entry[Any] = said.catalog.entries[emergency.call]
    number = channel.value.value
    return {
        "number": number,
        "text": said.words["emergency"]["call"].format(say=emergency.say, number=number),
    }


def _of_correction(said: Stating, correction: Correction) -> Stated:
    """Mark a wrong statement, so that no program can take it for ours."""
    truth = said.page.plain[correction.truth]
    return {
        "is_true": False,
        "text": str(rebuttal(said.words, correction.claim, truth)),
        "address": f"{said.home}#correction-{correction.id}",
    }


_MADE = (Option, Continuation, Question)
"""What the program makes kinds of that nobody writes."""
_MORE: Mapping[type[Part], Callable[[Stating, Any], Stated]] = {
    Band: _of_band,
    Worked: _of_worked,
    Entrance: _of_entrance,
    Step: _of_step,
    Picture: _of_file,
    Attachment: _of_file,
    Outcome: _of_outcome,
    Emergency: _of_emergency,
    Correction: _of_correction,
}

"""Letters, and the blanks a reader fills in: for letters and for deadlines alike."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from guideway.model.computed import Takes
from guideway.model.questions import When
from guideway.model.texts import (
    BlankId,
    Cites,
    Id,
    Inline,
    LetterText,
    Line,
    Lines,
    Part,
    Shorthand,
    Span,
    StepIds,
)


class Blank(Part):
    """Something only the reader knows: it is typed into the page and stays there."""

    label: Line
    """What goes in, such as “Order number” or “The day it arrived”."""
    help: Inline | None = None
    """Where to find it."""
    kind: Literal["line", "text", "date", "amount", "number"] = "line"
    """line: a few words; text: several lines; date: a day, from which deadlines can be counted;
    amount: a sum; number: a whole number."""
    means: Literal["own-name", "own-phone", "case"] | None = None
    """own-name, own-phone: the name and the phone number of the reader, which a browser can fill
    in; case: a number that tells this case of the reader from their others, such as that of an
    order: each case is an event of its own in their calendar."""
    lies: Literal["past", "future", "any"] | None = None
    """For a day: where it lies, seen from today. past: today or before, something that happened;
    future: today or later, something to come; any: both can be. Without it, past for a day that a
    deadline counts from; every other day says it."""
    within: Span | None = None
    """For a day: how far from today it can be, such as “400 days” or “3 years”. A day further in
    the future is refused, one further in the past is asked about. Without it, 400 days and 10
    years."""
    after: BlankId | None = None
    """For a day: another blank of kind `date`; this day is that day or a later one."""
    before: BlankId | None = None
    """For a day: another blank of kind `date`; this day is that day or an earlier one."""
    takes: Takes | None = None
    """What it is filled in with until the reader types: `answer.<question>`, a value typed to a
    question of this guide, or `computed.<id>.<line>`, what was worked out on its page."""
    when: When | None = None
    """The answers that make it needed; without it, always."""


Stated = dict[Id, Id]
"""What the sender says of facts, such as `{loan: mine}`. The names are chosen by the author: two
passages that apply together never say two things of one fact."""


class Answer(Shorthand):
    """The day by which a letter wants an answer: the day it is sent, and so many more.

    The reader can change both; in the letter the day is `{answer-by}`. A text alone is the span.
    """

    within: Span
    """How long the other side gets, such as “7 days”."""
    label: Line | None = None
    """What has to happen by that day, such as “The day to pay by”, if it is not just an answer."""
    help: Inline | None = None
    """What to think of when choosing another day."""


class Passage(Shorthand):
    """One or more paragraphs of a letter. A text alone is its words."""

    text: LetterText
    """The words. `{name}` is a blank, `{answer-by}` the day by which this letter wants an answer,
    `{deadline.return}` the last day of a deadline of this guide, `[](law.bridge.3)` takes the
    words of the record."""
    states: Stated = Field(default_factory=dict)
    """What the words say of facts that another letter could deny, such as `{loan: mine}`."""
    when: When | None = None
    """The answers that make it apply; without it, always."""


def _passages(data: object) -> object:
    """A text alone is a letter of one passage."""
    return [data] if isinstance(data, str) else data


Body = Annotated[
    tuple[Passage, ...],
    BeforeValidator(_passages, json_schema_input_type=str | tuple[Passage, ...]),
    Field(strict=False, min_length=1),
]
"""A text, or a list of passages of which those are in the letter that apply."""


class Letter(Part):
    """A text a reader can fill in and send."""

    id: Id
    """Its name in links; it stays when the words change."""
    aliases: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    """Earlier ids of this letter, so that old addresses still work."""
    asked: Lines = ()
    """What readers ask that is answered here, in their words; a search for it opens this place."""
    title: Line
    """What it is, such as “A letter to get a deposit back”."""
    to: LetterText
    """To whom; may have blanks."""
    use: Inline
    """When to send it; the situation first."""
    send: Inline
    """How to send it, and what to keep as proof."""
    body: Body
    """What it says, from the first sentence to the last; the page adds the name and the date."""
    signed: LetterText
    """Who signs, such as “{name}, {phone}”."""
    answer_by: Answer | None = None
    """How long the other side gets for an answer, from the day the letter is sent: “7 days”."""
    caution: Inline | None = None
    """What to think of before it is sent, if sending it can harm the sender; the page says it at
    the button that copies the letter."""
    states: Stated = Field(default_factory=dict)
    """What the whole letter says of facts that another letter could deny: `{loan: mine}`."""
    at: StepIds = ()
    """The steps that need it: it stands in the first of them that a reader has; without any, below
    the steps."""
    cites: Cites = ()
    """Records it rests on."""
    when: When | None = None
    """The answers that make it apply; without it, always."""

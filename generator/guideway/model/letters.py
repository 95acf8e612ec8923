"""Letters, and the blanks a reader fills in: for letters and for deadlines alike."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from guideway.model.questions import When
from guideway.model.texts import Cites, Id, Inline, LetterText, Line, Part, Shorthand


class Blank(Part):
    """Something only the reader knows: it is typed into the page and stays there."""

    label: Line
    """What goes in, such as “订单号” or “收到商品的那天”."""
    help: Inline | None = None
    """Where to find it."""
    kind: Literal["line", "text", "date", "amount", "number"] = "line"
    """line: a few words; text: several lines; date: a day, from which deadlines can be counted;
    amount: a sum in yuan; number: a whole number."""
    when: When | None = None
    """The answers that make it needed; without it, always."""


class Passage(Shorthand):
    """One or more paragraphs of a letter. A text alone is its words."""

    text: LetterText
    """The words. `{name}` is a blank, `{deadline.return}` the last day of a deadline of this
    guide, `[](law.consumer.25)` takes the words of the record."""
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
    title: Line
    """What it is, such as “要求退还押金的函”."""
    to: LetterText
    """To whom; may have blanks."""
    use: Inline
    """When to send it; the situation first."""
    send: Inline
    """How to send it, and what to keep as proof."""
    body: Body
    """What it says, from the first sentence to the last; the page adds the name and the date."""
    signed: LetterText
    """Who signs, such as “{name}，{phone}”."""
    cites: Cites = ()
    """Records it rests on."""
    when: When | None = None
    """The answers that make it apply; without it, always."""

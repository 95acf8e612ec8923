"""Cries for help: what people type in distress, and what is offered above all results then."""

import re
from typing import Annotated, Literal

from pydantic import Field

from guideway.model.texts import Id, Line, Lines, Part, Target

COMPOSED = re.compile(r"\{(?P<name>[a-z0-9-]+)(?P<may>\??)\}|\u2026")
"""What stands for other words in a cry: `{word}`, `{word?}`, or \u2026: up to six characters."""

Said = Annotated[Lines, Field(min_length=1)]


class Cry(Part):
    """One kind of distress."""

    decides: Literal["person", "always", "alone"] = "alone"
    """person: somebody may die, so people to talk to come first and pages are folded away; always:
    it stands above all results; alone: only if the query names nothing that a page is about."""
    said: Said
    """By what it is known: one of them is somewhere in what was typed. `{word}` stands for any of
    a list under `words`, `{word?}` for one or none, … for up to six characters."""
    unless: Lines = ()
    """Words that hold the same characters and mean something else: they are looked away from."""
    say: Line
    """One calm sentence: what to do first."""
    offer: Annotated[tuple[Target, ...], Field(strict=False, min_length=1)]
    """Pages and hotlines, the most urgent first."""


class Amounts(Part):
    """What makes an amount, a date or an article of a number, so that it is no hotline."""

    before: Lines = ()
    """Signs and words right before it."""
    after: Lines = ()
    """Signs and words right after it."""


class Help(Part):
    """What the search knows besides the index."""

    words: dict[Id, Said] = Field(default_factory=dict, max_length=100)
    """Lists of words that cries are composed of."""
    nobody: Lines = ()
    """Words that name nothing a page is about: beside a cry they count as nothing."""
    amounts: Amounts = Field(default_factory=Amounts)
    """How a number is told from a hotline."""
    absent: Lines = ()
    """Subjects people ask for that no page is about: the search says so before what is near. … is
    up to six characters. An entry goes when a page of that name comes."""
    cries: Annotated[tuple[Cry, ...], Field(strict=False)] = ()
    """From the most to the least urgent: the first that fits is offered."""

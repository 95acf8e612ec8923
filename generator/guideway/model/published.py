"""What is published of a page for programs: `api/` on the site. Its schema is `api/schema/`.

Addresses are whole where the site has an address, else below its root.
"""

from __future__ import annotations

from typing import Any, Literal

from guideway.model.guides import Flaw, Harm
from guideway.model.sources import Certainty
from guideway.model.texts import Day, Part

Kind = Literal["guide", "decision", "warning"]


class PublishedOption(Part):
    """One of the answers to a question."""

    id: str
    """What an address says: `?<question>=<option>`."""
    label: str
    hint: str | None = None


class PublishedQuestion(Part):
    """A question and its closed set of answers."""

    id: str
    ask: str
    help: str | None = None
    options: tuple[PublishedOption, ...]


class PublishedSubstep(Part):
    """A smaller instruction inside a step."""

    do: str
    where: str | None = None
    detail: str | None = None
    expect: str | None = None


class PublishedAlternative(Part):
    """One of several ways to do a step."""

    label: str
    detail: str | None = None
    steps: tuple[PublishedSubstep, ...]


class PublishedStep(Part):
    """One instruction, in plain words."""

    id: str
    do: str
    where: str | None = None
    warning: str | None = None
    detail: str | None = None
    points: tuple[str, ...] = ()
    substeps: tuple[PublishedSubstep, ...] = ()
    alternatives: tuple[PublishedAlternative, ...] = ()
    expect: str | None = None
    keep: tuple[str, ...] = ()
    if_fails: str | None = None
    when: dict[str, Any] | None = None
    """The answers that make it apply; without it, always.

    {is: [question, [options]]}, {all: [...]}, {any: [...]} or {not: ...}.
    """
    address: str


class PublishedOutcome(Part):
    """Where the answers to a decision lead."""

    id: str
    kind: str
    title: str
    text: str
    guide: str | None = None
    """The address of the guide to go on with, answers included."""


class PublishedCorrection(Part):
    """A statement of others that is not right. It is never ours: show it with its truth only."""

    is_true: Literal[False]
    """Of the claim."""
    id: str
    claim: str
    flaw: Flaw
    """unfounded: nothing that could be found supports it."""
    truth: str
    """What is true, and what to do."""
    harm: Harm
    """What following the claim can do."""
    why: str
    text: str
    """Claim and truth in words that can be shown as they are."""
    step: str | None = None
    """The step at which it matters."""
    address: str


class PublishedSource(Part):
    """A record that the page rests on."""

    id: str
    label: str
    certainty: Certainty
    copied: str | None = None
    """The month of the copy that was read, if it is a copy that says so."""
    verified_on: Day
    review_by: Day
    source: str
    address: str | None = None
    """Where the source is published, if it is."""


class Published(Part):
    """One page: what it says, what it rests on, and how to show it elsewhere."""

    version: Literal[1] = 1
    """Of this shape. Keys may be added; what is there keeps its meaning."""
    kind: Kind
    id: str
    title: str
    summary: str
    language: Literal["zh-CN"] = "zh-CN"
    licence: Literal["CC-BY-4.0"] = "CC-BY-4.0"
    address: str
    embed: str
    """The page to show in a frame."""
    oembed: str
    reviewed_on: Day
    review_by: Day
    """The day by which the page, or a record it rests on, must be checked again."""
    questions: tuple[PublishedQuestion, ...] = ()
    steps: tuple[PublishedStep, ...] = ()
    outcomes: tuple[PublishedOutcome, ...] = ()
    corrections: tuple[PublishedCorrection, ...] = ()
    sources: tuple[PublishedSource, ...] = ()
    html: str
    """The body of the embedded page; its links start at the address in `embed`."""
    paste: dict[str, str]
    """HTML to paste, by host."""


class Listed(Part):
    """One line of a list."""

    id: str
    title: str
    summary: str
    address: str
    data: str
    """Where all that is published of it is."""
    reviewed_on: Day
    review_by: Day


class PublishedList(Part):
    """All pages of a kind."""

    version: Literal[1] = 1
    kind: Kind
    pages: tuple[Listed, ...]

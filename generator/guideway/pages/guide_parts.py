"""What the page of a guide shows, whole or left for a situation, ready for its template."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guideway.catalog import Catalog, Entry
from guideway.computing.faults import is_workable
from guideway.model.computed import Computed
from guideway.model.conditions import holds
from guideway.model.guides import Correction, Deadline, Guide, Situation
from guideway.model.letters import Letter
from guideway.model.steps import Step, Warn
from guideway.model.texts import Part
from guideway.model.words import Words
from guideway.pages.asking import Asked, asked_of, figured_by, typing_scripts
from guideway.pages.caring import Caring, care_of
from guideway.pages.formula_scripts import compared_lines, formula_scripts
from guideway.pages.neighbours import Circle, circles
from guideway.pages.targets import address_of
from guideway.related import Shown

STYLES = ("papers",)
"""The style sheets of every guide, with letters or without: guides share what they load."""

SECTIONS = ("needs", "deadlines", "letters", "fees", "troubles", "turns", "done", "corrections")
"""What is closed below the steps, in the order in which a reader needs it."""

LINES = 3
"""So many lines say at once what not to do; the prototype's number (issue 19)."""


@dataclass(frozen=True)
class AtStep:
    """What stands in a step besides its own texts."""

    deadlines: tuple[Deadline, ...]
    letters: tuple[Letter, ...]
    corrections: tuple[Correction, ...]


@dataclass(frozen=True)
class Dont:
    """What not to do: what is said at once, and what is closed."""

    first: tuple[Warn, ...]
    rest: tuple[Warn, ...]


@dataclass(frozen=True, kw_only=True)
class OfGuide(Caring):
    """What each page of a guide has: the whole one, that of a situation, the sheet."""

    entry: Entry[Guide]
    """The guide as its author wrote it."""
    guide: Guide
    """The guide as the page shows it: whole, or left for a situation."""
    home: str
    """The address of the whole one."""
    asks: tuple[Asked, ...]
    """What it asks."""
    figured: Mapping[str, object]
    """What its script works out of answers, because conditions compare it."""
    types: bool
    """Whether answers are typed: then the questions have the words about what is typed."""


@dataclass(frozen=True, kw_only=True)
class GuideContext(OfGuide):
    """What the page of a guide shows, whole or left for a situation."""

    said: str = ""
    """The answers that the situation gives, as an address says them."""
    situation: Situation | None = None
    """The one it is left for, if it is."""
    provider: Entry[Part]
    """The organisation it is about."""
    audience: Sequence[Part]
    """For whom it is."""
    related: tuple[Circle, ...]
    """The related pages, list by list."""
    sections: tuple[str, ...]
    """What is closed below the steps."""
    counts: Mapping[str, int]
    """Of how many pieces each section is; 0 where that says nothing."""
    at: Mapping[str, AtStep]
    """What stands in each step, by its id."""
    dont: Dont
    """What not to do."""
    next: Step
    """The step to start with."""
    computed: Mapping[str, Computed]
    """What is worked out in the page, as far as its formulas mean something: drafts may have
    others."""


def context_of(
    catalog: Catalog, words: Words, entry: Entry[Guide], guide: Guide, related: Shown
) -> GuideContext:
    """Gather what the template shows; `guide` is that of `entry`, whole or left for a situation."""
    return GuideContext(
        entry=entry,
        guide=guide,
        home=address_of(entry.name),
        care=care_of(catalog, guide.care),
        provider=catalog.entries[f"provider.{guide.provider}"],
        audience=[catalog.entries[f"audience.{id_}"].value for id_ in guide.audience],
        related=circles(catalog, words, related),
        sections=_sections(guide, related),
        counts=_counts(guide),
        at={step.id: _at(guide, step.id) for step in guide.steps},
        dont=_dont(guide),
        next=_next(guide),
        asks=asked_of(guide.questions, words),
        figured=figured_by(guide.questions),
        types=types_in(guide),
        computed=sound(catalog, guide.computed),
    )


def scripts_of(guide: Guide) -> tuple[str, ...]:
    """Name what a guide does at once, whole or left for a situation."""
    lines = (line for each in guide.computed.values() for line in each.lines.values())
    figures = (*formula_scripts(lines), "computed") if guide.computed else ()
    return (*asking(guide), *figures, "steps")


def later_of(guide: Guide, words: Words) -> tuple[str, ...]:
    """Name what it does once its reader begins: count days, fill in letters."""
    return (*figuring(guide, words), "blanks") if _fills_in(guide) else ()


def figuring(guide: Guide, words: Words) -> tuple[str, ...]:
    """Name what writes figures that are filled in, where the language has signs of its own."""
    kinds = {blank.kind for blank in guide.blanks.values()}
    signs = words["numerals"]["decimal"], words["numerals"]["groups"]
    return ("figures",) if kinds & {"amount", "number"} and signs != (".", "") else ()


def asking(guide: Guide) -> tuple[str, ...]:
    """Name what asks the questions of a guide, if there are any."""
    typing = typing_scripts(guide.questions)
    compared = formula_scripts(compared_lines(guide.questions))
    is_compared = any(each.is_made for each in guide.questions.values())
    works = (*compared, "worked-asks") if is_compared else ()
    asks = (*typing, "typed-asks", *works, "tailor") if typing else ("tailor",)
    return asks if guide.questions else ()


def types_in(guide: Guide) -> bool:
    """Say whether the answer to some question is typed."""
    return any(asked.range for asked in guide.questions.values())


def sound(catalog: Catalog, computed: Mapping[str, Computed]) -> Mapping[str, Computed]:
    """Leave out what no page can show: only drafts have it."""
    return {name: each for name, each in computed.items() if is_workable(catalog, each)}


def _sections(guide: Guide, related: Shown) -> tuple[str, ...]:
    """Name the sections the page has below its steps."""
    own = (name for name in SECTIONS if name != "corrections" and getattr(guide, name))
    unplaced = any(not correction.at for correction in guide.corrections)
    more = (("corrections", unplaced), ("related", bool(related)), ("sources", True))
    return (*own, *(name for name, is_there in more if is_there), "about")


def _counts(guide: Guide) -> dict[str, int]:
    """Say of how many pieces each list is; nothing of what is no list of the guide."""
    lists = ("needs", "deadlines", "letters", "fees", "troubles", "turns")
    unplaced = sum(not correction.at for correction in guide.corrections)
    named = dict.fromkeys(("done", "related", "sources", "about"), 0)
    return {**{name: len(getattr(guide, name)) for name in lists}, "corrections": unplaced, **named}


def _next(guide: Guide) -> Step:
    """Choose the step to start with while questions are open: as if each had its first answer."""
    asked = ((name, each) for name, each in guide.questions.items() if not each.is_made)
    usual = {name: next(iter(each.answers)) for name, each in asked}
    applies = (step for step in guide.steps if step.when is None or holds(step.when, usual))
    return next(applies, guide.steps[0])


def _at(guide: Guide, step: str) -> AtStep:
    """Gather what stands in a step: what names it first."""
    return AtStep(
        tuple(each for each in guide.deadlines if each.at[:1] == (step,)),
        tuple(each for each in guide.letters if each.at[:1] == (step,)),
        tuple(each for each in guide.corrections if each.at == step),
    )


def _dont(guide: Guide) -> Dont:
    """Say first what holds for everybody; the script puts first what applies to a reader."""
    ordered = sorted(guide.warnings, key=lambda warn: warn.when is not None)
    return Dont(tuple(ordered[:LINES]), tuple(ordered[LINES:]))


def _fills_in(guide: Guide) -> bool:
    """Say whether there are letters to fill in, or days to count."""
    return bool(guide.letters) or any(deadline.period for deadline in guide.deadlines)

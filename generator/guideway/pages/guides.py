"""The page of a guide."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from guideway.catalog import Catalog, Entry
from guideway.decisions.situations import tailored
from guideway.model.conditions import ALWAYS, NEVER, Answers, Condition, residual
from guideway.model.guides import Correction, Deadline, Guide
from guideway.model.letters import Letter
from guideway.model.steps import Warn
from guideway.model.words import Words, page_words
from guideway.pages.caring import care_of
from guideway.pages.neighbours import circles
from guideway.pages.page import Crumb, Page
from guideway.pages.sourcing import sources_of
from guideway.pages.targets import address_of, embed_id, find
from guideway.pages.ways import decisions_to
from guideway.related import Related

SECTIONS = ("needs", "deadlines", "letters", "fees", "troubles", "turns", "done", "corrections")
"""What is closed below the steps, in the order in which a reader needs it."""

LINES = 3
"""So many lines say at once what not to do; the prototype's number (issue 19)."""

ASKING = ("asking", "questions", "tailor")
"""What a page needs to show only what applies; see `templates/theme/assets/`."""

SCRIPTS = ("data", "counting", "days", "files", "blanks")
"""What a page needs to count days and to fill in letters."""


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


@dataclass(frozen=True)
class Situations:
    """The pages of the situations of a guide."""

    pages: Mapping[tuple[str, str], str]
    """Question and option → address of the page for who gives just this answer."""
    question: str
    """The only question they answer, if it is one: then its options lead to them."""


def guide_page(catalog: Catalog, words: Words, entry: Entry[Guide], related: Related) -> Page:
    """Plan the page of one guide."""
    guide = entry.value
    return Page(
        path=f"guides/{entry.id}.md",
        embed=embed_id(entry.name),
        kind="guide",
        title=guide.title,
        summary=guide.summary,
        context={
            "entry": entry,
            "home": f"guides/{entry.id}/",
            "said": "",
            "situations": _situations(entry),
            **_shown(catalog, words, guide, related),
        },
        crumbs=_crumbs(catalog, words, guide),
        backlinks=_ways_in(catalog, entry),
        source_path=entry.document.path,
        reviewed_on=guide.reviewed_on,
        review_by=guide.review_by,
        sources=sources_of(catalog, entry),
        scripts=("crumbs", "cites", *_scripts(guide)),
        styles=("papers",) if _papers(guide) else (),
    )


def situation_pages(
    catalog: Catalog, words: Words, entry: Entry[Guide], related: Related
) -> Iterator[Page]:
    """Plan a page for each situation of a guide: the same guide with the answers it gives."""
    for name, situation in entry.value.situations.items():
        left = tailored(entry, situation.answers)
        guide, home = left.value, f"guides/{entry.id}/"
        yield Page(
            path=f"guides/{entry.id}/{name}.md",
            embed=f"{embed_id(entry.name)}.{name}",
            kind="situation",
            title=situation.title,
            summary=guide.goal,
            context={
                "entry": entry,
                "home": home,
                "said": urlencode(situation.answers),
                "situation": situation,
                **_shown(catalog, words, guide, _left(related, situation.answers)),
            },
            crumbs=(*_crumbs(catalog, words, guide), Crumb(entry.value.title, home)),
            source_path=entry.document.path,
            reviewed_on=guide.reviewed_on,
            review_by=guide.review_by,
            sources=sources_of(catalog, left),
            scripts=("cites", *_scripts(guide)),
            styles=("papers",) if _papers(guide) else (),
        )


def _crumbs(catalog: Catalog, words: Words, guide: Guide) -> tuple[Crumb, ...]:
    topic = catalog.entries[f"topic.{guide.topic}"]
    return (
        Crumb(page_words(words, "home").nav, ""),
        Crumb(topic.value.label, address_of(topic.name)),  # type: ignore[attr-defined]  # a topic is a Category
    )


def _shown(catalog: Catalog, words: Words, guide: Guide, related: Related) -> dict[str, Any]:
    """Gather what the template shows of a guide, whole or left for a situation."""
    return {
        "care": care_of(catalog, guide.care),
        "guide": guide,
        "provider": catalog.entries[f"provider.{guide.provider}"],
        "audience": [catalog.entries[f"audience.{id_}"].value for id_ in guide.audience],
        "related": circles(catalog, words, related),
        "sections": _sections(guide, related),
        "counts": _counts(guide),
        "at": {step.id: _at(guide, step.id) for step in guide.steps},
        "dont": _dont(guide),
    }


def _situations(entry: Entry[Guide]) -> Situations:
    """Say where the situations are, and which question each of them answers alone."""
    pages, asked = {}, set()
    for name, situation in entry.value.situations.items():
        if len(situation.answers) == 1:
            pages[next(iter(situation.answers.items()))] = f"guides/{entry.id}/{name}/"
        asked |= situation.answers.keys()
    return Situations(pages, next(iter(asked)) if len(asked) == 1 else "")


def _left(related: Related, answers: Answers) -> Related:
    """Leave out the related pages that are for others."""
    lists = {
        name: tuple(
            replace(link, when=None if link.when is None else _open(link.when, answers))
            for link in links
            if link.when is None or residual(link.when, answers) != NEVER
        )
        for name, links in related.lists.items()
    }
    return replace(related, lists={name: links for name, links in lists.items() if links})


def _open(when: Condition, answers: Answers) -> Condition | None:
    left = residual(when, answers)
    return None if left == ALWAYS else left


def _scripts(guide: Guide) -> tuple[str, ...]:
    return (*(asking(guide) or ("asking",)), "steps", *_papers(guide))


def asking(guide: Guide) -> tuple[str, ...]:
    """Name what a page needs to ask the questions of its guide, if there are any."""
    return ASKING if guide.questions else ()


def _sections(guide: Guide, related: Related) -> tuple[str, ...]:
    """Name the sections the page has below its steps."""
    own = (name for name in SECTIONS if name != "corrections" and getattr(guide, name))
    unplaced = any(not correction.at for correction in guide.corrections)
    more = (("corrections", unplaced), ("related", bool(related.lists)), ("sources", True))
    return (*own, *(name for name, is_there in more if is_there), "about")


def _counts(guide: Guide) -> dict[str, int]:
    """Say of how many pieces each list is; nothing of what is no list of the guide."""
    lists = ("needs", "deadlines", "letters", "fees", "troubles", "turns")
    unplaced = sum(not correction.at for correction in guide.corrections)
    named = dict.fromkeys(("done", "related", "sources", "about"), 0)
    return {**{name: len(getattr(guide, name)) for name in lists}, "corrections": unplaced, **named}


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


def _ways_in(catalog: Catalog, entry: Entry[Guide]) -> dict[str, str]:
    """Name the pages that list the guide: its topic, its action, its provider, its decisions."""
    guide = entry.value
    names = [f"topic.{guide.topic}", f"action.{guide.action}", f"provider.{guide.provider}"]
    names += [decision.name for decision in decisions_to(catalog, [entry])]
    ways = (find(catalog, name, None) for name in names)
    return {way.address: way.title for way in ways}


def _papers(guide: Guide) -> tuple[str, ...]:
    """Name what the page needs: to count days and fill in letters, to work something out."""
    fills_in = guide.letters or any(deadline.period for deadline in guide.deadlines)
    calculator = ("figures", "rates") if guide.calculator else ()
    return (*SCRIPTS, *calculator) if fills_in else ("data", *calculator) if calculator else ()

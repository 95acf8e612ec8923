"""The page of a guide."""

from guideway.catalog import Catalog, Entry
from guideway.model.guides import Correction, Guide
from guideway.model.words import Words, page_words
from guideway.pages.caring import care_of
from guideway.pages.neighbours import circles
from guideway.pages.page import Crumb, Page
from guideway.pages.sourcing import sources_of
from guideway.pages.targets import address_of, embed_id, find
from guideway.pages.ways import decisions_to
from guideway.related import Related

SECTIONS = (
    "needs",
    "calculator",
    "steps",
    "deadlines",
    "letters",
    "fees",
    "done",
    "troubles",
    "turns",
    "corrections",
)
"""The parts of a guide that have a heading, in the order in which a reader needs them."""

ASKING = ("asking", "questions", "tailor")
"""What a page needs to show only what applies; see `templates/theme/assets/`."""

SCRIPTS = ("data", "counting", "days", "files", "blanks")
"""What a page needs to count days and to fill in letters."""


def guide_page(catalog: Catalog, words: Words, entry: Entry[Guide], related: Related) -> Page:
    """Plan the page of one guide."""
    guide = entry.value
    topic = catalog.entries[f"topic.{guide.topic}"]
    return Page(
        path=f"guides/{entry.id}.md",
        embed=embed_id(entry.name),
        kind="guide",
        title=guide.title,
        summary=guide.summary,
        context={
            "entry": entry,
            "care": care_of(catalog, guide.care),
            "guide": guide,
            "home": f"guides/{entry.id}/",
            "provider": catalog.entries[f"provider.{guide.provider}"],
            "audience": [catalog.entries[f"audience.{id_}"].value for id_ in guide.audience],
            "related": circles(catalog, words, related),
            "sections": _sections(guide, related),
            "misled": _misled(guide),
        },
        crumbs=(
            Crumb(page_words(words, "home").nav, ""),
            Crumb(topic.value.label, address_of(topic.name)),  # type: ignore[attr-defined]  # a topic is a Category
        ),
        backlinks=_ways_in(catalog, entry),
        source_path=entry.document.path,
        reviewed_on=guide.reviewed_on,
        review_by=guide.review_by,
        sources=sources_of(catalog, entry),
        scripts=("crumbs", "cites", *asking(guide), *_papers(guide)),
        styles=("papers",) if _papers(guide) else (),
    )


def asking(guide: Guide) -> tuple[str, ...]:
    """Name what a page needs to ask the questions of its guide, if there are any."""
    return ASKING if guide.questions else ()


def _sections(guide: Guide, related: Related) -> tuple[str, ...]:
    """Name the sections the page has."""
    own = (name for name in SECTIONS if getattr(guide, name))
    return (*own, *(["related"] if related.lists else []), "sources")


def _ways_in(catalog: Catalog, entry: Entry[Guide]) -> dict[str, str]:
    """Name the pages that list the guide: its topic, its action, its provider, its decisions."""
    guide = entry.value
    names = [f"topic.{guide.topic}", f"action.{guide.action}", f"provider.{guide.provider}"]
    names += [decision.name for decision in decisions_to(catalog, [entry])]
    ways = (find(catalog, name, None) for name in names)
    return {way.address: way.title for way in ways}


def _misled(guide: Guide) -> dict[str, list[Correction]]:
    """Group the corrections by the step at which they matter."""
    found: dict[str, list[Correction]] = {}
    for correction in guide.corrections:
        if correction.at:
            found.setdefault(correction.at, []).append(correction)
    return found


def _papers(guide: Guide) -> tuple[str, ...]:
    """Name what the page needs: to count days and fill in letters, to work something out."""
    fills_in = guide.letters or any(deadline.period for deadline in guide.deadlines)
    calculator = ("figures", "rates") if guide.calculator else ()
    return (*SCRIPTS, *calculator) if fills_in else ("data", *calculator) if calculator else ()

"""An article's file → a draft guide, and what became of each sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from guideway.catalog import Catalog
from guideway.imports.doubts import doubter
from guideway.imports.draft import Draft
from guideway.imports.formats import RawArticle
from guideway.imports.phrases import Phrases
from guideway.imports.sieve import Sieve
from guideway.imports.sorting import Sorted
from guideway.imports.tally import Tally

LOOKED_AT_AGAIN = timedelta(days=90)
_SCHEMA = "# yaml-language-server: $schema=../schema/guide.json"


@dataclass(frozen=True)
class Imported:
    """A draft, and what became of the article."""

    text: str
    tally: Tally


def framed(answers: Mapping[str, str], today: date) -> dict[str, str]:
    """What stands in a guide besides the words of the article, as YAML."""
    given = {**answers, "audience": f"[{answers['audience']}]"}
    owner = given.pop("owner")
    again = (today + LOOKED_AT_AGAIN).isoformat()
    return {**given, "reviewed_on": today.isoformat(), "review_by": again, "owner": owner}


def imported(
    article: RawArticle, catalog: Catalog, phrases: Phrases, frame: Mapping[str, str]
) -> Imported:
    """Make a draft of an article; `frame` has what only its author can say, such as `topic`."""
    provider = catalog.get(f"provider.{frame.get('provider', '')}")
    named = str(getattr(provider.value, "name", "")) if provider else ""
    first = " ".join(line.text for line in article.lines[:3])
    held = doubter(catalog, phrases, f"{article.title} {named} {first}")
    found = Sorted(article, phrases, Sieve(phrases, held.promotes))
    draft = Draft(held)
    body = draft.text(found.parts, frame, is_numbered=found.has_steps)
    tally = Tally(
        article.name,
        article.encoding,
        tuple(draft.values.kept),
        tuple(draft.values.marked),
        tuple(sorted(found.sieve.dropped, key=lambda each: each.sentence.line)),
    )
    head = phrases.remarks["head"].format(
        name=article.name, encoding=article.encoding, **tally.counts
    )
    remarks = "".join(f"# {line}\n" for line in head.split("\n"))
    return Imported(f"{_SCHEMA}\n{remarks}{body}", tally)

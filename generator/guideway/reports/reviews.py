"""What must be checked again, by whom, and which pages it would change."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import cast

from guideway.catalog import Catalog, Entry
from guideway.model.records import Fact
from guideway.model.texts import Reviewed
from guideway.pages.page import url_of

_LOOKED = {"secondary": "looked up", "single": "looked up", "unverified": "looked for"}
"""Certainty → what was done that day, where the thing itself was not seen."""


@dataclass(frozen=True, order=True)
class Review:
    """One record or page that somebody checks, and what it is good for."""

    review_by: date
    name: str
    """Kind, dot, id."""
    owner: str
    checked_on: date
    certainty: str
    """Of a record; empty for a page."""
    copied: str
    """The month of the copy that was read, if it is known."""
    days: int
    """Days left until `review_by`; below 0 it is overdue."""
    where: str
    """File and line."""
    pages: tuple[str, ...]
    """Addresses of the pages that say it or rest on it."""


def reviews(catalog: Catalog, uses: Mapping[str, frozenset[str]]) -> tuple[Review, ...]:
    """List everything that has a day by which it must be checked again, the soonest first.

    `uses` maps the path of a page to the names of what it shows or rests on.
    """
    users: dict[str, set[str]] = {}
    for path, names in uses.items():
        for name in names:
            if path.endswith(".md"):
                users.setdefault(name, set()).add(url_of(path) or "./")
    entries = [e for e in catalog.entries.values() if isinstance(e.value, (Fact, Reviewed))]
    dated = cast("list[Entry[Fact | Reviewed]]", entries)
    return tuple(sorted(_review(entry, catalog.day, users) for entry in dated))


def chosen(
    found: Sequence[Review], names: Sequence[str], within: int, owner: str | None
) -> tuple[Review, ...]:
    """Keep what is overdue or will be in so many days, or what is named; of one owner, or all."""
    wanted = (r for r in found if (r.name in names if names else r.days <= within))
    return tuple(review for review in wanted if owner in {None, review.owner})


def as_text(found: Sequence[Review]) -> str:
    """Show what is overdue, then what is due, each with the pages it would change."""
    overdue = [review for review in found if review.days < 0]
    rest = [review for review in found if review.days >= 0]
    parts = [_part("overdue", overdue), _part("due", rest)]
    return "\n\n".join(part for part in parts if part) or "nothing is due"


def as_csv(found: Sequence[Review]) -> str:
    """Write one line for each, for a spreadsheet."""
    out = io.StringIO()
    rows = csv.DictWriter(out, list(Review.__dataclass_fields__), lineterminator="\n")
    rows.writeheader()
    rows.writerows({**asdict(review), "pages": " ".join(review.pages)} for review in found)
    return out.getvalue().rstrip("\n")


def as_json(found: Sequence[Review]) -> str:
    """Write a list of objects with the fields of Review."""
    return json.dumps([asdict(r) for r in found], default=str, ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Sequence[Review]], str]] = {
    "text": as_text,
    "csv": as_csv,
    "json": as_json,
}


def _review(entry: Entry[Fact | Reviewed], day: date, users: Mapping[str, set[str]]) -> Review:
    value, place = entry.value, entry.place()
    return Review(
        review_by=value.review_by,
        name=entry.name,
        owner=value.owner,
        checked_on=value.verified_on if isinstance(value, Fact) else value.reviewed_on,
        certainty=value.certainty if isinstance(value, Fact) else "",
        copied=(value.source.copied or "") if isinstance(value, Fact) else "",
        days=(value.review_by - day).days,
        where=f"{place.path}:{place.line}" if place.line else place.path,
        pages=tuple(sorted(users.get(entry.name, ()))),
    )


def _part(title: str, found: Sequence[Review]) -> str:
    if not found:
        return ""
    return "\n".join([f"{title}: {len(found)}", *(_lines(review) for review in found)])


def _lines(review: Review) -> str:
    left = f"in {review.days} days" if review.days >= 0 else f"{-review.days} days ago"
    said = f"  {review.review_by} ({left})  {review.name}  {review.owner}"
    graded = " ".join(filter(None, [review.certainty, review.copied])) or "page"
    said += f"  {graded}, {_LOOKED.get(review.certainty, 'checked')} {review.checked_on}"
    said += f"  {review.where}"
    pages = ", ".join(review.pages) or "no page"
    return f"{said}\n      {len(review.pages)} pages: {pages}"

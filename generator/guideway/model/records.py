"""Records: dated facts that texts refer to instead of repeating them."""

from typing import Annotated, Literal

from pydantic import Field

from guideway.model.sources import Certainty, Source
from guideway.model.texts import (
    Address,
    Cites,
    Claim,
    Day,
    Inline,
    Line,
    Lines,
    OwnerId,
    Part,
    ProviderId,
)

PeriodUnit = Literal["hour", "day", "working-day", "month", "year"]
"""What a time limit counts."""


class Mistaken(Part):
    """A value in circulation that is wrong for this fact. No text may say it, except a claim."""

    value: Claim
    """The wrong value as people write it, such as “0345 600 0000” or “14 days”."""
    about: Lines = ()
    """Words that show that a sentence is about this fact; without them, it is wrong anywhere."""


class Fact(Part):
    """What every record says about itself."""

    label: Line
    """What it is, in a few words, such as “Front desk of the library”."""
    source: Source
    """The text that carries it."""
    verified_on: Day
    """The day somebody last looked at the source."""
    certainty: Certainty
    """What was looked at: `primary` means the publisher's own text, or the app, opened by us."""
    review_by: Day
    """The day by which it must be checked again."""
    owner: OwnerId
    """Who checks it: one of the owners in `content/topics.yaml`."""
    effective_from: Day | None = None
    """The first day it is in force; before it, no page says it."""
    effective_until: Day | None = None
    """The last day it is in force; after it, no page says it."""
    mistaken: Annotated[tuple[Mistaken, ...], Field(strict=False, max_length=50)] = ()
    """Wrong values in circulation, each answered by a correction."""
    note: Inline | None = None
    """What a reader should know, such as “only on weekdays”."""


class Channel(Fact):
    """A way to reach an organisation: a phone number, a site, an entry in an app, a place."""

    medium: Literal["phone", "site", "app", "place"]
    """What `value` is: a number, a domain, a path of taps, or what to look for."""
    value: Line
    """The number, domain or path, exactly as a reader needs it; quote numbers: "95188"."""
    provider: ProviderId | None = None
    """The provider it belongs to, if that is one of ours."""
    address: Address | None = None
    """For a site: its https address."""
    purpose: Inline
    """What it is for."""


class Law(Fact):
    """One article of a law, rule or judicial interpretation."""

    title: Line
    """What the law is called, such as “Consumer Rights Act 2015”."""
    article: Line
    """The article, such as “Section 20”."""
    says: Inline
    """What it says, in our own plain words."""


class Period(Fact):
    """A legal or customary time limit."""

    number: Annotated[int, Field(gt=0, le=1000)]
    """How many units."""
    unit: PeriodUnit
    """What is counted. `day` is a calendar day."""
    since: Line
    """The event it is counted from, such as “the day the goods arrived”."""
    counting: Literal["next-day", "same-day"] = "next-day"
    """Whether the day of the event is the first day that counts (by Chinese law it is not)."""
    roll: Literal["none", "next-working-day"] = "none"
    """What happens when the last day is no working day (by Chinese law it moves on)."""
    direction: Literal["after", "before"] = "after"
    """Whether the time runs on from the event or leads up to it."""
    who: Line
    """Who has to act within it."""
    cites: Cites = ()
    """Records (usually laws) that set it."""


class Fee(Fact):
    """An amount somebody may or may not charge."""

    amount: Line
    """The amount with its unit, such as “£5 each time”."""


class Threshold(Fact):
    """A number from which something else applies: an age, a rate, a sum."""

    number: Annotated[float, Field(gt=0)]
    """The number."""
    unit: Line
    """What is counted, such as “years”, “%” or “£”."""
    says: Inline
    """What applies from there."""
    cites: Cites = ()
    """Records (usually laws) that set it."""


RECORD_KINDS: dict[str, type[Channel | Law | Period | Fee | Threshold]] = {
    "channel": Channel,
    "law": Law,
    "period": Period,
    "fee": Fee,
    "threshold": Threshold,
}
"""The first word of a record's id says which kind it is."""

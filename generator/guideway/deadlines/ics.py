"""Calendar files, as RFC 5545 wants them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from icalendar import Calendar, Todo

if TYPE_CHECKING:
    from collections.abc import Iterable

PRODUCT = "-//Guideway//guideway//ZH"


@dataclass(frozen=True)
class Reminder:
    """A time limit without a date: what has to happen, and the rule in words."""

    uid: str
    """Stays when the words change, so that a calendar replaces the earlier version."""
    summary: str
    description: str


def uid_of(guide: str, deadline: str) -> str:
    """Name a deadline for all calendars, for ever."""
    return f"{deadline}.{guide}@guideway"


def as_calendar(reminders: Iterable[Reminder], stamp: date) -> str:
    """Write to-dos without a due date, for programs that keep them; `stamp` is their version."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for reminder in reminders:
        todo = Todo()
        todo.add("uid", reminder.uid)
        todo.add("dtstamp", datetime.combine(stamp, time(), UTC))
        todo.add("summary", reminder.summary)
        todo.add("description", reminder.description)
        calendar.add_component(todo)
    return str(calendar.to_ical(), "utf-8")

"""What kind of a piece an entry is, for who goes through all of them."""

from typing import TypeGuard

from guideway.catalog.entries import Entry
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.texts import Part


def is_guide(entry: Entry[Part]) -> TypeGuard[Entry[Guide]]:
    """Say whether a piece is a guide."""
    return isinstance(entry.value, Guide)


def is_decision(entry: Entry[Part]) -> TypeGuard[Entry[Decision]]:
    """Say whether a piece is a decision."""
    return isinstance(entry.value, Decision)

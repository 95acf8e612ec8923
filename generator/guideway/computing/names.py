"""What the names in the formulas of a computed fact stand for."""

from dataclasses import dataclass
from fractions import Fraction

from guideway.catalog import Catalog
from guideway.model.computed import TODAY, Computed
from guideway.model.records import Period, Threshold
from guideway.problems import near

PER_CENT = "%"
"""What is counted so is a hundredth: 30 % of a sum is a multiplication."""


@dataclass(frozen=True)
class Fact:
    """A record as a number: with its unit, and as formulas have it."""

    label: str
    number: Fraction
    unit: str | None

    @property
    def value(self) -> Fraction:
        """The number as formulas have it."""
        return self.number * scale(self.unit)


def scale(unit: str | None) -> Fraction:
    """Say what one of a unit is in formulas."""
    return Fraction(1, 100) if unit == PER_CENT else Fraction(1)


def facts_of(catalog: Catalog, computed: Computed) -> dict[str, Fact]:
    """Look up the records that a computed fact names; those that are not there are left out."""
    found = {name: catalog.get(record) for name, record in computed.facts.items()}
    numbers = {name: fact_of(entry.value) for name, entry in found.items() if entry}
    return {name: fact for name, fact in numbers.items() if fact}


def unknown(computed: Computed, name: str) -> str:
    """Say that a name stands for nothing, and what it may have meant."""
    known = {*computed.inputs, *computed.facts, *computed.lines, TODAY} - {name}
    hint = near(name, known)
    return f"nothing is called “{name}” here, or only further down{hint and f'; {hint}'}"


def fact_of(record: object) -> Fact | None:
    """Take the number of a record; nothing if it has none that is always the same."""
    if isinstance(record, Threshold):
        return Fact(record.label, Fraction(str(record.number)), record.unit)
    if isinstance(record, Period) and record.unit == "day" and record.roll == "none":
        return Fact(record.label, Fraction(record.number), None)
    return None

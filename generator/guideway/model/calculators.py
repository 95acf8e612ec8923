"""Calculators in a guide: what they work out, and what the result is held against."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from guideway.model.questions import When
from guideway.model.texts import Inline, Part, RecordId, Refers

ThresholdId = Annotated[RecordId, StringConstraints(pattern=r"^threshold\."), Refers("")]
"""The id of a threshold."""


class Measure(Part):
    """A line that a result is held against."""

    threshold: ThresholdId
    """A threshold in per cent."""
    when: When | None = None
    """The answers for which the line is the right one; without it, always."""


class Calculator(Part):
    """Figures the reader types are worked out in the page; they stay there."""

    kind: Literal["loan-rate"]
    """loan-rate: the yearly rate of a loan, from what was received and what is paid back."""
    about: Inline
    """What to collect before, and what the result means."""
    lines: Annotated[tuple[Measure, ...], Field(strict=False)] = ()
    """What the result is held against."""

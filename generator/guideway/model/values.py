"""Values that a reader types, as whole numbers: sums in their smallest unit, days from today."""

import re
from collections.abc import Iterator
from decimal import Decimal

from guideway.model.questions import Question

_WRITTEN = re.compile(r"(?:0|[1-9][0-9]{0,9})(?:\.[0-9]{1,3})?")


def is_value(written: str) -> bool:
    """Say whether something is written as a value, and not as the id of an option."""
    return _WRITTEN.fullmatch(written) is not None


def decimals_of(question: Question) -> int:
    """Say how many decimals a question takes: two of a sum, none of a day."""
    return 2 if question.kind == "money" else question.decimals


def whole(written: str, decimals: int) -> int | None:
    """Read a value; nothing if it is none, or has more decimals than can be."""
    if not is_value(written):
        return None
    scaled = Decimal(written).scaleb(decimals)
    return int(scaled) if scaled == int(scaled) else None


def written(value: int, decimals: int) -> str:
    """Write a value as people do: 499.99, 7."""
    text = f"{Decimal(value).scaleb(-decimals):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def limits(question: Question) -> tuple[int, int]:
    """Give the least and the largest value that a question takes."""
    least, most = question.range or (0, 0)
    scale = decimals_of(question)
    return tuple(int(Decimal(str(end)).scaleb(scale)) for end in (least, most))  # type: ignore[return-value]  # two ends are two numbers


def bands(question: Question) -> Iterator[tuple[str, int, int]]:
    """List the bands of a question: the option, its least and its largest value."""
    decimals, (_, most) = decimals_of(question), limits(question)
    starts = [(name, whole(name, decimals) or 0) for name in question.options if is_value(name)]
    ends = [*(start - 1 for _, start in starts[1:]), most]
    yield from ((name, start, end) for (name, start), end in zip(starts, ends, strict=False))


def option_called(question: Question, said: str) -> str:
    """Name the option that an answer is: itself, or of a value the band it lies in."""
    value = None if said in question.options else whole(said, decimals_of(question))
    if question.kind == "one" or value is None:
        return said
    found = (name for name, least, most in bands(question) if least <= value <= most)
    return next(found, said)

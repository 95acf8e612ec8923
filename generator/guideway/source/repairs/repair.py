"""One way to mend a line, and the words for what was wrong with it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from guideway.problems import Mend, Place, Problem

LEAD = r"(?P<lead>[ \t]*+(?:-[ \t]++)*+)"
"""What a line is indented by, and the dashes of its entries."""

KEY = r"(?P<key>[a-z][a-z0-9_.-]*+)"

MARK = re.compile(
    r"(?P<mark>[|>][+-]?)(?:(?:[ ]++|(?<=[+-])(?=[^\x00-\x7f]))(?P<rest>[^#\s].*+))?$"
)
"""What opens a block, and what should not stand behind it."""

_VALUE = re.compile(rf"(?P<lead>[ ]*+(?:-[ ]++)*+(?:{KEY}:[ ]++|(?<=- )))(?P<value>\S.*+)")

Tell = Callable[[Place, str], Problem]


@dataclass(frozen=True)
class Repair:
    """One way to mend a line, and the words for what was wrong with it."""

    number: int
    """The line, from 0."""
    column: int
    """From 0."""
    length: int
    line: str
    """The line as it was probably meant."""
    tell: Tell
    is_sure: bool = False
    """Whether nothing else can have been meant, once a reader has stumbled here."""

    is_move: bool = False
    """Whether it only moves what stands there: of those, the best is told."""

    is_dash: bool = False
    """Whether the move gives or takes a dash, where another needs none."""

    below: tuple[str, ...] = ()
    """The lines that follow, if they are moved with it."""

    def problem(self, path: str, written: str) -> Problem:
        """Say what is wrong at its place."""
        place = Place(path, self.number + 1, self.column + 1, self.length, written)
        mend = Mend(self.number + 1, 1, len(written), self.line)
        return replace(self.tell(place, self.line), mends=(mend,) if self.is_sure else ())


def value_in(line: str) -> re.Match[str] | None:
    """Find the value behind the key or the dash of a line: `lead` and `value`."""
    return _VALUE.match(line.rstrip(" "))


def stripped(tell: Callable[..., Problem], *told: str) -> Tell:
    """The line as it should be is shown without what it is indented by."""
    return lambda place, line: tell(place, *told, line.strip())


def at(found: re.Match[str], number: int, line: str, tell: Tell) -> Repair:
    """Mend a line at the sign of a match, for sure."""
    return Repair(number, found.start("sign"), len(found["sign"]), line, tell, is_sure=True)

"""Scripts that formulas need beside the one that works them out: of functions that few have."""

from collections.abc import Iterable, Mapping

from guideway.computing.bounds import parts_of
from guideway.decisions.worked import Worked
from guideway.model.computed import Working
from guideway.model.formulas import Apply
from guideway.model.questions import Question

_SCRIPTS = {"rate": "rates", "add_months": "months", "months_between": "months"}
"""Function → the script that has it; all others are in `formulas.js`."""


def formula_scripts(lines: Iterable[Working]) -> tuple[str, ...]:
    """Name those that some lines need, each once."""
    parts = (part for line in lines for part in parts_of(line.value))
    named = {part.function for part in parts if isinstance(part, Apply)}
    return tuple(dict.fromkeys(s for function, s in _SCRIPTS.items() if function in named))


def compared_lines(questions: Mapping[str, Question]) -> Iterable[Working]:
    """List the lines that conditions of a guide compare, with those they are worked out from."""
    worked = (each for each in questions.values() if isinstance(each, Worked))
    return (line for each in worked for line in each.formula.computed.lines.values())

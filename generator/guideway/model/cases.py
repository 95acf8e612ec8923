"""Cases as they were written, which conditions of the same file name."""

from guideway.model.conditions import ALWAYS, parse
from guideway.model.meant_conditions import Cases


def cases_in(data: object) -> Cases:
    """Read the cases of a guide or decision as it was written: name → condition.

    What cannot be read stands for always; its own place says what is wrong with it.
    """
    written = data.get("cases") if isinstance(data, dict) else None
    cases = Cases()
    cases.options = _options(data)
    for name, case in written.items() if isinstance(written, dict) else ():
        try:
            cases[str(name)] = parse(case["when"], cases)
        except (ValueError, TypeError, KeyError):
            cases[str(name)] = ALWAYS
    return cases


def _options(data: object) -> dict[str, tuple[str, ...]]:
    """The questions as they were written, each with its options."""
    asked = data.get("questions") if isinstance(data, dict) else None
    questions = asked.items() if isinstance(asked, dict) else ()
    options = {name: each.get("options") for name, each in questions if isinstance(each, dict)}
    return {str(name): tuple(map(str, each)) for name, each in options.items() if each}

"""Cases as they were written, which conditions of the same file name."""

from guideway.model.conditions import ALWAYS, Condition, parse


def cases_in(data: object) -> dict[str, Condition]:
    """Read the cases of a guide or decision as it was written: name → condition.

    What cannot be read stands for always; its own place says what is wrong with it.
    """
    written = data.get("cases") if isinstance(data, dict) else None
    cases: dict[str, Condition] = {}
    for name, case in written.items() if isinstance(written, dict) else ():
        try:
            cases[str(name)] = parse(case["when"], cases)
        except (ValueError, TypeError, KeyError):
            cases[str(name)] = ALWAYS
    return cases

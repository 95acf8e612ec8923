"""A value has the kind its key asks for: a text, a number, a date, a list, a mapping.

YAML reads `yes`, `no`, `on`, `off`, `true` and `false` as truth values, bare digits as numbers
and `2026-11-22` as a date; put them in quotes where a text belongs. As ids of options and outcomes,
`yes` and `no` are fine.

Wrong:

    content/guides/bridge.yaml
    title: yes

Right:

    content/guides/bridge.yaml
    title: "yes"
"""

from guideway.problems import Place, Problem


def wrong_type(place: Place, wanted: str, found: str, hint: str) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        f"{wanted} belongs here, not {found}",
        code="wrong-type",
        hint=hint,
    )

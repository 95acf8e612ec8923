"""A text says something and a list that must have entries has one.

Wrong:

    content/guides/bridge.yaml
    steps: []

Right:

    content/guides/bridge.yaml
    steps:
      - {id: pay, do: 回答守桥人的问题}
"""

from guideway.problems import Place, Problem


def nothing_here(place: Place, what: str) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        f"this {what} is empty",
        code="nothing-here",
        hint="fill it in, or delete the key if it may be missing",
    )

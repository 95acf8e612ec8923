"""A value that is chosen from a list is on the list.

Wrong:

    content/guides/bridge.yaml
    warnings:
      - {text: 桥上有风, severity: dangerous}

Right:

    content/guides/bridge.yaml
    warnings:
      - {text: 桥上有风, severity: danger}
"""

from guideway.problems import Place, Problem


def unknown_value(place: Place, written: str, allowed: str, hint: str) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        f"“{written}” is not one of {allowed}",
        code="unknown-value",
        hint=hint,
    )

"""A key is written once in a mapping.

YAML readers keep the last value without a word, so one of the two would be lost.

Wrong:

    content/guides/bridge.yaml
    title: 过桥
    title: 过河

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def duplicate_key(place: Place, key: str, first_line: int) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        f"“{key}” is written twice here; the first is on line {first_line}",
        code="duplicate-key",
        hint="keep one of the two",
    )

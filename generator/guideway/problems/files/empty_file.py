"""A file holds something.

Wrong:

    content/guides/bridge.yaml (whole)
    # nothing yet

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def empty_file(place: Place) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        "the file holds nothing",
        code="empty-file",
        hint="write it, or delete it",
    )

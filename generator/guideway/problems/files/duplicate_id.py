"""An id is given once.

Two files with the same name in different folders, or the same record in two files, would
overwrite each other.

Wrong:

    content/guides/old/bridge.yaml (whole)
    title: 过桥

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def duplicate_id(place: Place, name: str, first: Place) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        f"“{name}” exists already, in {first.path}",
        code="duplicate-id",
        hint="rename one of the two, or delete it",
    )

"""Values are nested at most 30 levels deep.

Wrong:

    content/guides/bridge.yaml
    title: [×10000

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def too_deep(place: Place, limit: int) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        f"nested more than {limit} levels deep, so the file was not read",
        code="too-deep",
        hint="a guide needs about ten levels",
    )

"""A file holds at most 10,000 values: texts, numbers, lists, mappings.

Nobody reads a longer one, and what is checked of it would take minutes.

Wrong:

    content/guides/bridge.yaml
    aliases: [(过,)×10001]

Right:

    content/guides/bridge.yaml
    aliases: [过, 桥]
"""

from guideway.problems import Place, Problem


def too_many_values(place: Place, limit: int) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        f"the file has more than {limit:,} values, so it was not read",
        code="too-many-values",
        hint="split it into several files",
    )

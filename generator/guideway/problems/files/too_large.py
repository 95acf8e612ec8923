"""A file is at most 400,000 bytes.

A guide that long is not a guide. Nothing in a larger file is read.

Wrong:

    content/guides/bridge.yaml
    title: 过×200000

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def too_large(place: Place, limit: int) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        f"the file is larger than {limit:,} bytes, so it was not read",
        code="too-large",
        hint="split it into several files",
    )

"""What is called `….yaml` in `content/` is a file with text in it.

A link that leads nowhere, a pipe or a device is not read.

Wrong:

    content/guides/cave.yaml (link to nowhere)

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def not_a_file(place: Place) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        "this is no file that can be read",
        code="not-a-file",
        hint="it may be a link that leads nowhere; delete it, or put the file in its place",
    )

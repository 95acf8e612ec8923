"""A file or folder in `content/` is a real one, or a link that stays inside the project.

A link that leads out could publish what was never meant to be published.

Wrong:

    content/guides/cave.yaml (link to /etc/passwd)

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def outside_project(place: Place) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        "this is a link that leads out of the project, so it was not read",
        code="outside-project",
        hint="copy the file to this place instead",
    )

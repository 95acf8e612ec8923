"""The name of a file is the id of what it holds: lower-case words with hyphens, then `.yaml`.

The id becomes the address of the page, so it stays when the title changes.

Wrong:

    content/guides/过桥.yaml (whole)
    title: 过桥

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def file_name(place: Place, name: str) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        f"“{name}” is no id",
        code="file-name",
        hint="use lower-case words joined by hyphens, such as “lakala-pos-cancel.yaml”",
    )

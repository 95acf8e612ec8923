"""Anchors (`&name`) and aliases (`*name`) are not used.

They let a small file expand without end, and a reader cannot see where a value comes from. Say it
twice, or make it a record and refer to it. A text that starts with `*` or `&` needs quotes.

Wrong:

    content/guides/bridge.yaml
    title: &title 过桥

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def anchor(place: Place, sign: str) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        f"{sign} is not used here",
        code="anchor",
        hint="write the value itself; a text that starts with & or * needs quotes",
    )

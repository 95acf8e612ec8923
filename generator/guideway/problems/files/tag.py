"""Tags (`!name`) are not used.

A tag asks the reader to build something other than a text, a number or a date. A text that starts
with `!` needs quotes.

Wrong:

    content/guides/bridge.yaml
    title: !!python/object:os.system 过桥

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def tag(place: Place, name: str) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        f"the tag “{name}” is not used here",
        code="tag",
        hint="write the plain value; a text that starts with ! needs quotes",
    )

r"""A file holds text only: no control characters, and nothing that turns text around.

They come from copying out of other programs, or from a damaged file. Spelt out between quotes,
such as "\0", they are none the better.

Wrong:

    content/guides/bridge.yaml (escaped)
    title: \x00

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def control_character(place: Place, character: str) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        f"control character U+{ord(character):04X} in the text",
        code="control-character",
        hint="delete it; it may be invisible in your editor",
    )

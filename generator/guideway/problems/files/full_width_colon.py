"""A key ends with the half-width colon and a space.

The full-width “：” is for texts. After a key it comes from an input method left in Chinese.

Wrong:

    content/guides/bridge.yaml (whole)
    title：过桥
    goal: 到对岸

Right:

    content/guides/bridge.yaml
    title: 过桥
    goal: 到对岸
"""

from guideway.problems import Place, Problem


def full_width_colon(place: Place, key: str) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        f"the colon after “{key}” is the full-width “\uff1a”",
        code="full-width-colon",
        hint=f"write “{key}: ”, with the half-width colon and a space",
    )

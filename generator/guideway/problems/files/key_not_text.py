"""A key is a word, not a list or a mapping.

Wrong:

    content/guides/bridge.yaml
    title: 过桥
    [goal]: 到对岸

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def key_not_text(place: Place) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        "a key must be a word",
        code="key-not-text",
        hint="remove the brackets around it",
    )

"""Every key belongs to the vocabulary.

The list of keys is in `content/schema/`; an editor with YAML support offers them as you type.

Wrong:

    content/guides/bridge.yaml
    titel: 过桥

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def unknown_key(place: Place, key: str, hint: str) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        f"“{key}” is not a key here",
        code="unknown-key",
        hint=hint,
    )

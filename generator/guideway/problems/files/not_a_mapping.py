"""A file starts with keys, not with a list or a single value.

Wrong:

    content/guides/bridge.yaml (whole)
    - 过桥
    - 到对岸

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def not_a_mapping(place: Place, found: str) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        f"a mapping of keys belongs here, not {found}",
        code="not-a-mapping",
        hint="start with “key: value” lines, such as “title: …”",
    )

"""What every guide, step, record … must have is there.

Wrong:

    content/guides/bridge.yaml
    done:
      text: 你站在对岸

Right:

    content/guides/bridge.yaml
    done:
      text: 你站在对岸
      signs: [守桥人向你挥手]
"""

from guideway.problems import Place, Problem


def missing_key(place: Place, key: str, meaning: str) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        f"“{key}” is missing",
        code="missing-key",
        hint=meaning,
    )

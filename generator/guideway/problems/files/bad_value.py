"""A value has the form and the size its key asks for.

Ids are lower-case words joined by hyphens; record ids start with `channel.`, `law.`, `period.` or
`fee.`; addresses start with `https://`; one-line texts have no line break.

Wrong:

    content/guides/bridge.yaml
    provider: Bridge Keeper

Right:

    content/guides/bridge.yaml
    provider: keeper
"""

from guideway.problems import Place, Problem


def bad_value(place: Place, what: str, hint: str) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        what,
        code="bad-value",
        hint=hint,
    )

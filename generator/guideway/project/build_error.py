"""What can go wrong around us, not in the content.

BuildError          a missing folder, a full disk, an engine that fails: a message, and what to do
"""


class BuildError(Exception):
    """The environment does not allow what was asked for."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Say what happened and what to do about it."""
        super().__init__(message)
        self.hint = hint

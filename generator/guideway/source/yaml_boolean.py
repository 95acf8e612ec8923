"""What YAML 1.1 reads as true or false: `yes`, `no`, `on`, `off`, `true`, `false`, without quotes.

As the id of an option or an outcome, `yes` and `no` mean just themselves. As a text they are
refused: other programs would read something else than what is written.
"""


class Truth(str):
    """One of these words, as it was written."""

    __slots__ = ()

    @property
    def is_true(self) -> bool:
        """What it would mean to another program."""
        return self.lower() in {"yes", "on", "true"}

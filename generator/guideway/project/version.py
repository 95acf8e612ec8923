"""Which version of the program runs."""

from importlib.metadata import PackageNotFoundError, version

UNRELEASED = "unreleased"
"""What a checkout is called, which nobody has installed."""


def installed() -> str:
    """Give the version that was installed: that of the tag it was built of."""
    try:
        return version("guideway")
    except PackageNotFoundError:
        return UNRELEASED

"""Places of guides that have an address of their own, so that none is ever lost."""

from typing import Annotated

from pydantic import Field, StringConstraints

from guideway.model.texts import Part

PlaceAddress = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9-]+/#(step|deadline|letter)-[a-z0-9-]+$", max_length=130),
]
"""A place as it stands behind `guides/`, such as `bridge/#step-cross`."""


class Addresses(Part):
    """Every place that was ever published: whoever has kept its address still finds it."""

    published: Annotated[tuple[PlaceAddress, ...], Field(strict=False)] = ()
    """All of them; nothing is taken out."""
    gone: Annotated[tuple[PlaceAddress, ...], Field(strict=False)] = ()
    """Those that nothing has taken over: such an address opens the guide at its head."""

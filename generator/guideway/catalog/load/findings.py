"""What pydantic found, without what only follows from something else it found."""

from pydantic import ValidationError
from pydantic_core import ErrorDetails


def findings_of(error: ValidationError) -> list[ErrorDetails]:
    """List the findings; a list is not too short because the only entry of it is wrong."""
    found = error.errors()
    around = {loc[:length] for loc in (each["loc"] for each in found) for length in range(len(loc))}
    return [each for each in found if each["type"] != "too_short" or each["loc"] not in around]

"""Asks the world what day it is."""

import os
from datetime import UTC, date, datetime, timedelta, timezone

from guideway.project.build_error import BuildError

_BEIJING = timezone(timedelta(hours=8))
"""The site speaks of days in China, wherever it is built."""

FIRST, LAST = date(1980, 1, 1), date(2099, 12, 31)
"""The days a site can be made for: the files of a zip archive cannot be dated before the first, nor
far beyond the last."""


def today() -> date:
    """Give today's date in China, or the one that SOURCE_DATE_EPOCH sets for repeatable builds."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed is None:
        return min(max(datetime.now(_BEIJING).date(), FIRST), LAST)
    try:
        day = datetime.fromtimestamp(int(fixed), UTC).astimezone(_BEIJING).date()
    except (ValueError, OverflowError, OSError) as error:
        raise BuildError(
            f"SOURCE_DATE_EPOCH is “{fixed}”, which is no number of seconds",
            "unset it, or set it to seconds since 1970",
        ) from error
    if not FIRST <= day <= LAST:
        raise BuildError(
            f"SOURCE_DATE_EPOCH is “{fixed}”, which is not a day from {FIRST} to {LAST}",
            "unset it, or set it to seconds since 1970",
        )
    return day

"""Asks the world what day it is."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta, timezone

from guideway.outputs.trouble import Trouble

_BEIJING = timezone(timedelta(hours=8))
"""The site speaks of days in China, wherever it is built."""


def today() -> date:
    """Give today's date in China, or the one that SOURCE_DATE_EPOCH sets for repeatable builds."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed is None:
        return datetime.now(_BEIJING).date()
    try:
        return datetime.fromtimestamp(int(fixed), UTC).astimezone(_BEIJING).date()
    except (ValueError, OverflowError, OSError) as error:
        raise Trouble(
            f"SOURCE_DATE_EPOCH is “{fixed}”, which is no number of seconds",
            "unset it, or set it to seconds since 1970",
        ) from error

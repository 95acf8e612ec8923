"""Asks the world what day it is."""

import os
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from guideway.project.build_error import BuildError
from guideway.source.setting import setting

FIRST, LAST = date(1980, 1, 1), date(2099, 12, 31)
"""The days a site can be made for: the files of a zip archive cannot be dated before the first, nor
far beyond the last."""


def today(project: Path) -> date:
    """Give today's date in the time zone of a project, wherever it is built.

    SOURCE_DATE_EPOCH sets another moment, for repeatable builds.
    """
    zone = _zone(project)
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed is None:
        return min(max(datetime.now(zone).date(), FIRST), LAST)
    try:
        day = datetime.fromtimestamp(int(fixed), UTC).astimezone(zone).date()
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


def _zone(project: Path) -> ZoneInfo:
    """Read the time zone; what is wrong with it, the check of the settings says."""
    try:
        said = setting((project / "mkdocs.yml").read_bytes(), "guideway", "time_zone")
        return ZoneInfo(said or "UTC")
    except (ValueError, KeyError, OSError):
        return ZoneInfo("UTC")

"""What this program is: its own files, and the libraries beside them."""

import sys
import sysconfig
from functools import cache
from pathlib import Path

from guideway.project.sums import sum_of, sum_of_files

_ROOT = Path(__file__).parent.parent


@cache
def program_sum() -> bytes:
    """Sum up the program: another one may give another result for the same task."""
    files = sorted(
        (*_ROOT.rglob("*.py"), *_ROOT.glob("languages/**/*.*"), *_ROOT.glob("countries/*"))
    )
    ours = sum_of_files((path.relative_to(_ROOT).as_posix(), path.read_bytes()) for path in files)
    return sum_of((ours, sys.version, libraries()))


def libraries() -> list[str]:
    """Name the folders that tell which libraries are installed, and their versions."""
    places = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    return sorted(path.name for place in places for path in Path(place).glob("*.dist-info"))

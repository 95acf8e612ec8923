"""Looks every locked package up in the lists of known holes, with pip-audit.

Ends with 0 if nothing is known, 1 if something is, 2 if not every package could be looked up:
the lists are on pypi.org, and nothing can be said without them.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

COMMAND = ("-m", "pip_audit", "--format", "json", "--progress-spinner", "off", "--disable-pip")


def main() -> int:
    """Ask, and say what was answered."""
    locks = sorted(Path("requirements").glob("*.txt"))
    named = [part for lock in locks for part in ("--require-hashes", "-r", str(lock))]
    done = subprocess.run(
        [sys.executable, *COMMAND, *named], capture_output=True, text=True, check=False
    )
    try:
        found = json.loads(done.stdout)["dependencies"]
    except ValueError:
        last = done.stderr.strip().splitlines()[-1:]
        print("the packages could not be looked up:", *last, file=sys.stderr)
        return 2
    return judge(found)


def judge(found: list[dict[str, Any]]) -> int:
    """Tell what is known of each package; give the exit code."""
    holes = [(one, hole) for one in found for hole in one.get("vulns", ())]
    for one, hole in holes:
        better = ", ".join(hole["fix_versions"]) or "no version yet"
        print(f"{one['name']} {one['version']}: {hole['id']}, mended in {better}")
    missing = [one["name"] for one in found if "skip_reason" in one]
    if missing:
        print(f"pypi.org did not tell of {len(missing)} of {len(found)}: {', '.join(missing)}")
    else:
        print(f"{len(found)} packages looked up, {len(holes)} known holes")
    return 1 if holes else 2 if missing else 0


if __name__ == "__main__":
    sys.exit(main())

"""Finds the web servers that the tests start, nginx and Caddy, and gets them if they are missing.

Debian's and Ubuntu's packages are installed (as root); else the program says how to get them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

PACKAGES = {"nginx": "nginx-light", "caddy": "caddy"}
HOW = """The tests start nginx and Caddy with the files in deploy/. Missing: {missing}.
  Debian, Ubuntu:  sudo apt-get install {packages}
  macOS:           brew install {missing}"""

_PLACES = os.pathsep.join(("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"))
"""Where servers lie that an ordinary user's PATH does not name."""


def find_server(name: str) -> str | None:
    """Give the path of a server that starts: `nginx` or `caddy`."""
    path = shutil.which(name) or shutil.which(name, path=_PLACES)
    return path if path and _starts(path, name) else None


def how_to_get(names: list[str]) -> str:
    """Say how to get servers that are missing."""
    packages = " ".join(PACKAGES[name] for name in names)
    return HOW.format(missing=" ".join(names), packages=packages)


def main() -> int:
    """Make sure that there are both servers."""
    missing = [name for name in PACKAGES if not find_server(name)]
    if missing:
        _from_debian([PACKAGES[name] for name in missing])
        missing = [name for name in missing if not find_server(name)]
    print(how_to_get(missing) if missing else "servers: nginx, caddy", file=sys.stderr)
    return 2 if missing else 0


def _starts(path: str, name: str) -> bool:
    command = {"nginx": [path, "-v"], "caddy": [path, "version"]}[name]
    try:
        done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _from_debian(packages: list[str]) -> None:
    """Install packages; at this runlevel Debian starts no service with them."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    apt = shutil.which("apt-get")
    if not (apt and is_root):
        return
    print(f"installing {', '.join(packages)} with apt-get", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    for arguments in (["update", "-qq"], ["install", "-y", "-qq", *packages]):
        subprocess.run([apt, *arguments], env=environment, stdout=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    sys.exit(main())

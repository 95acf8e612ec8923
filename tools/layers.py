"""Checks the layers contract in pyproject.toml; prints the report only if it is broken."""

from __future__ import annotations

import contextlib
import io
import sys

from importlinter.cli import lint_imports

report = io.StringIO()
with contextlib.redirect_stdout(report):
    broken = lint_imports(no_cache=True)
if broken:
    print(report.getvalue())
sys.exit(broken)

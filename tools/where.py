"""Says where the finished site is and how to open it."""

from __future__ import annotations

from pathlib import Path

site = Path("site").resolve()
pages = len(list(site.rglob("index.html")))
print(f"The site is in {site} ({pages} pages).")
print("To look at it:  make serve")

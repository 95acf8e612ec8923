"""`make signs`: which characters the search index writes in short, into `languages/zh.yaml`.

They are the characters that our own texts have twice or more often. The list is a part of the
language and not of a build, so that an edit changes the files of the search it belongs to, and no
others. Another list is worth it when texts have become others: all files change once.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from pathlib import Path

from guideway.catalog import gather
from guideway.editions.search.charset import in_groups
from guideway.project.content_files import read_shelf

ROOT = Path(__file__).parent.parent
FILE = ROOT / "generator" / "guideway" / "languages" / "zh.yaml"
TWICE = 2
WIDE = 0x800
LINE = 80


def main() -> None:
    """Count, and write the list."""
    catalog, _ = gather(read_shelf(ROOT))
    texts = (text.value for entry in catalog.entries.values() for text in entry.texts)
    counts = Counter("".join(texts))
    often = [sign for sign, many in counts.items() if many >= TWICE and ord(sign) >= WIDE]
    often.sort(key=lambda sign: (-counts[sign], sign))
    signs = in_groups(often)
    lines = "".join(f"  {line}\n" for line in iter(lambda: "".join(islice(signs, LINE)), ""))
    known = FILE.read_text(encoding="utf-8")
    rest = re.sub(r"# The characters.*\nsigns: >-\n(?:  .*\n)*", "", known)
    said = "# The characters that the search index writes in short: `make signs`.\nsigns: >-\n"
    FILE.write_text(f"{rest}{said}{lines}", encoding="utf-8")


if __name__ == "__main__":
    main()

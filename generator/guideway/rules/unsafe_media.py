"""The path of a picture stays inside `content/media/`.

It is written from there, with `/`, without `..` and without a leading `/`, and ends in .svg,
.png, .jpg, .webp or .avif.

Wrong:

    content/guides/bridge.yaml
    steps:
      - {id: pay, do: 回答守桥人的问题, picture: {file: ../../etc/passwd, alt: 桥}}

Right:

    content/guides/bridge.yaml
    steps:
      - {id: pay, do: 回答守桥人的问题, picture: {file: bridge.svg, alt: 桥}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.catalog.pictures import SAFE, pictures
from guideway.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideway.catalog import Catalog


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every picture whose path is not safe."""
    for guide in catalog.guides:
        for trail, file in pictures(guide.value):
            if not SAFE.fullmatch(file):
                yield Problem(
                    guide.place(*trail),
                    f"“{file[:60]}” is no path below content/media/",
                    code="unsafe-media",
                    hint="such as “receipt.svg”: letters, digits, - and _, and a picture's ending",
                )

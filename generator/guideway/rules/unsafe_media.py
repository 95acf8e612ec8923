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

from collections.abc import Iterator

from guideway.catalog import Catalog
from guideway.catalog.pictures import SAFE, pictures
from guideway.problems import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every picture whose path is not safe."""
    for guide in catalog.guides:
        for trail, file in pictures(guide.value):
            if not SAFE.fullmatch(file):
                message = f"“{file[:60]}” is no path below content/media/"
                hint = "such as “receipt.svg”: letters, digits, - and _, and a picture's ending"
                yield Problem(guide.place(*trail), message, code="unsafe-media", hint=hint)

"""A picture that is shown is there.

Wrong:

    content/guides/bridge.yaml
    steps:
      - {id: pay, do: 回答守桥人的问题, picture: {file: brigde.svg, alt: 桥}}

Right:

    content/guides/bridge.yaml
    steps:
      - {id: pay, do: 回答守桥人的问题, picture: {file: bridge.svg, alt: 桥}}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog
from guideway.catalog.pictures import SAFE, pictures
from guideway.problems import Problem, near


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every picture that does not exist."""
    for guide in catalog.guides:
        for trail, file in pictures(guide.value):
            if SAFE.fullmatch(file) and file not in catalog.media:
                message = f"there is no picture “{file}” in content/media/"
                hint = near(file, catalog.media)
                yield Problem(guide.place(*trail), message, code="missing-media", hint=hint)

"""A picture that is shown is there, and a file that is offered.

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
from guideway.catalog.pictures import SAFE, TAKEN, attachments, pictures
from guideway.problems import Place, Problem, near


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every picture that does not exist."""
    for guide in catalog.guides:
        for trail, file in pictures(guide.value):
            if SAFE.fullmatch(file) and file not in catalog.media:
                yield _problem(catalog, guide.place(*trail), "picture", file)
        for trail, file in attachments(guide.value):
            if TAKEN.fullmatch(file) and file not in catalog.media:
                yield _problem(catalog, guide.place(*trail), "file", file)


def _problem(catalog: Catalog, place: Place, what: str, file: str) -> Problem:
    message = f"there is no {what} “{file}” in content/media/"
    bare = file.removeprefix("content/media/")
    hint = f"write “{bare}”: the path starts below that folder" if bare != file else ""
    alike = [each for each in catalog.media if each.rpartition("/")[2] == file.rpartition("/")[2]]
    hint = hint or (f"write “{alike[0]}”" if alike else near(file, catalog.media))
    return Problem(place, message, code="missing-media", hint=hint)

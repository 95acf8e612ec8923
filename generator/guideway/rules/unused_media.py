"""A picture in `content/media/` is shown by a guide.

Only what a guide names is published, whatever else lies in the folder; so a picture nobody shows is
one that was forgotten, or misspelt where it is meant to stand.

Wrong:

    content/media/ferry.svg (whole)
    <svg xmlns="http://www.w3.org/2000/svg"/>

Right:

    content/guides/bridge.yaml
    steps:
      - {id: pay, do: 回答守桥人的问题, picture: {file: bridge.svg, alt: 桥}}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog
from guideway.catalog.pictures import SAFE, pictures, shown
from guideway.problems import Place, Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every file of the folder that no guide shows."""
    if _is_unsure(catalog):
        return
    for file in sorted(catalog.media.keys() - shown(catalog)):
        is_picture = SAFE.fullmatch(file)
        place = Place(f"content/media/{file}")
        message = (
            f"no guide shows this {'picture' if is_picture else 'file'}, so it is not published"
        )
        hint = (
            "name it at a step under `picture`, or delete it"
            if is_picture
            else "delete it; pictures are .svg, .png, .jpg, .webp or .avif"
        )
        yield Problem(place, message, code="unused-media", hint=hint, level="warning")


def _is_unsure(catalog: Catalog) -> bool:
    """A guide that could not be read, or a misspelt name, may mean any picture: that is told."""
    named = {file for guide in catalog.guides for _, file in pictures(guide.value)}
    return bool(named - shown(catalog)) or any(name.startswith("guide.") for name in catalog.unread)

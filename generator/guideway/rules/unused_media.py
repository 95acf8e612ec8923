"""A picture in `content/media/` is shown by a guide, and any other file there offered by one.

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
from guideway.catalog.pictures import SAFE, TAKEN, attachments, pictures, published
from guideway.problems import Place, Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every file of the folder that no guide shows."""
    if _is_unsure(catalog):
        return
    for file in sorted(catalog.media.keys() - published(catalog)):
        is_picture = SAFE.fullmatch(file)
        place = Place(f"content/media/{file}")
        is_taken = TAKEN.fullmatch(file)
        does = "shows this picture" if is_picture else "offers this file"
        message = f"no guide {does}, so it is not published"
        hint = (
            f"name it at a step under `{'picture' if is_picture else 'attachments'}`, or delete it"
            if is_picture or is_taken
            else "delete it; pictures are .svg, .png, .jpg, .webp or .avif, and files to take "
            "along .pdf, .docx, .xlsx, .csv or .txt"
        )
        yield Problem(place, message, code="unused-media", hint=hint, level="warning")


def _is_unsure(catalog: Catalog) -> bool:
    """A guide that could not be read, or a misspelt name, may mean any picture: that is told."""
    guides = (guide.value for guide in catalog.guides)
    named = {file for guide in guides for _, file in (*pictures(guide), *attachments(guide))}
    is_lost = any(name.startswith("guide.") for name in catalog.unread)
    return is_lost or bool(named - published(catalog))

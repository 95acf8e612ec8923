"""The path of a picture, or of a file to take along, stays inside `content/media/`.

It is written from there, with `/`, without `..` and without a leading `/`, and ends in .svg,
.png, .jpg, .webp or .avif; that of a file to take along in .pdf, .docx, .xlsx, .csv or .txt.

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
from guideway.catalog.pictures import SAFE, TAKEN, attachments, pictures
from guideway.problems import Place, Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every picture whose path is not safe."""
    for guide in catalog.guides:
        for trail, file in pictures(guide.value):
            if not SAFE.fullmatch(file):
                hint = "such as “receipt.svg”: letters, digits, - and _, and a picture's ending"
                yield _problem(guide.place(*trail), file, _there(catalog, file) or hint)
        for trail, file in attachments(guide.value):
            if not TAKEN.fullmatch(file):
                hint = "such as “form.pdf”: letters, digits, - and _; a document’s ending"
                yield _problem(guide.place(*trail), file, _there(catalog, file) or hint)


def _there(catalog: Catalog, file: str) -> str:
    """The file of that name, wherever it lies and however its capitals are."""
    name = file.replace("\\", "/").rpartition("/")[2].lower()
    found = [each for each in sorted(catalog.media) if each.rpartition("/")[2].lower() == name]
    return f"write “{found[0]}”" if found else ""


def _problem(place: Place, file: str, hint: str) -> Problem:
    message = f"“{file[:60]}” is no path below content/media/"
    return Problem(place, message, code="unsafe-media", hint=hint)

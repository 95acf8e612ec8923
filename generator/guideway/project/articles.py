"""Reads the file of an article that others wrote."""

from pathlib import Path

from guideway.imports.formats import LARGEST, RawArticle, read_article
from guideway.imports.numbering import Numberings
from guideway.project.build_error import BuildError


def read_raw(file: Path, said: Numberings) -> RawArticle:
    """Read it, but never more than is needed to see that it is too large; else a BuildError."""
    with file.open("rb") as stream:
        content = stream.read(LARGEST + 1)
    try:
        return read_article(file.name, content, said)
    except ValueError as error:
        hint = "save it as plain text in UTF-8, and try again"
        raise BuildError(f"{file.name} cannot be read: {error}", hint) from error

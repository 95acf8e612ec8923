"""Finds and reads the templates: a project's own, or those that come with the program."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from guideway.outputs.trouble import Trouble
from guideway.source import Document, read
from guideway.words import Words

_INSTALLED = Path(__file__).parent.parent / "templates"
_CHECKOUT = Path(__file__).parent.parent.parent.parent / "templates"


def templates_folder(project: Path) -> Path:
    """Choose the project's own, else the ones in the wheel, else the checkout's."""
    for folder in (project / "templates", _INSTALLED, _CHECKOUT):
        if (folder / "words.yaml").is_file():
            return folder.resolve()
    raise Trouble("the templates are missing", "install the package again")


def read_templates(folder: Path) -> dict[str, str]:
    """Read every template: its name, such as `pages/guide.md.j2`, → its text."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.j2"))
    }


def read_words(folder: Path) -> Words:
    """Read the words of the interface."""
    document = read("templates/words.yaml", (folder / "words.yaml").read_bytes())
    if not isinstance(document, Document):
        raise Trouble(f"{folder / 'words.yaml'}: {document.problems[0].message}")
    return cast("Words", document.data)

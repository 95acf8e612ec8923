"""Finds and reads the templates: a project's own, or those that come with the program."""

from pathlib import Path
from typing import cast

from guideway.imports.phrases import Phrases, phrases
from guideway.model.words import Words
from guideway.project.build_error import BuildError
from guideway.source import Document, read

WORDS = "words/zh-CN.yaml"
"""The file of the words of the interface."""

_IMPORTS = "imports.yaml"
_INSTALLED = Path(__file__).parent.parent / "templates"
_READ = (
    "**/*.j2",
    "theme/assets/*.css",
    "theme/assets/*.js",
    "embeds/*",
    "profiles/*.yaml",
    "machines/*.yaml",
    "new/*.yaml",
)
_CHECKOUT = Path(__file__).parent.parent.parent.parent / "templates"


def templates_folder(project: Path) -> Path:
    """Choose the project's own, else the ones in the wheel, else the checkout's."""
    for folder in (project / "templates", _INSTALLED, _CHECKOUT):
        if (folder / WORDS).is_file():
            return folder.resolve()
    raise BuildError("the templates are missing", "install the package again")


def example_folder() -> Path:
    """Give the project of the tiny site that comes with the program, or the checkout's."""
    for folder in (_INSTALLED.parent / "example", _CHECKOUT.parent / "example"):
        if folder.is_dir():
            return folder
    raise BuildError("the tiny site is missing", "install the package again")


def read_templates(folder: Path) -> dict[str, str]:
    """Read every template, and what files are made of: its name → its text.

    Names are such as `pages/guide.md.j2`, `theme/assets/tailor.js`, `profiles/zendesk.yaml`.
    """
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for kind in _READ
        for path in sorted(folder.glob(kind))
    }


def read_words(folder: Path) -> Words:
    """Read the words of the interface."""
    return words_of((folder / WORDS).read_bytes())


def words_of(content: bytes) -> Words:
    """Read what is in the file of the words of the interface."""
    return _words(WORDS, content)


def read_phrases(folder: Path) -> Phrases:
    """Read what the import of articles listens to, and the remarks it writes."""
    return phrases(_words(_IMPORTS, (folder / _IMPORTS).read_bytes()))


def _words(name: str, content: bytes) -> Words:
    document = read(f"templates/{name}", content)
    if not isinstance(document, Document):
        problem = document.problems[0]
        raise BuildError(f"templates/{name}:{problem.place.line}: {problem.message}", problem.hint)
    return cast("Words", document.data)

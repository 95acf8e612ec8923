"""The settings of a project: `mkdocs.yml`."""

from guideway.catalog.load.part import load
from guideway.model.settings import Settings
from guideway.problems import Problem
from guideway.source import Unread, read

NAME = "mkdocs.yml"
"""Where they are, in the project's folder."""


def load_settings(content: bytes) -> tuple[Settings | None, tuple[Problem, ...]]:
    """Read them; with problems, what could be read is a draft, or nothing."""
    document = read(NAME, content)
    if isinstance(document, Unread):
        return None, document.problems
    loaded = load(Settings, document, (), document.data)
    return loaded.value, (*document.problems, *loaded.problems)

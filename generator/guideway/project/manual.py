"""Reads what is written for who writes guides or has a site: it comes with the program.

What a page says between `<!-- checkout -->` and `<!-- end -->` is for who has the repository: its
`make`, its tests. No project of somebody else has these, so it is left out; nor has it the files
that links lead to, so the command that prints one stands in the place of its link.
"""

import re
from pathlib import Path

from guideway.problems import listed
from guideway.project.build_error import BuildError

_INSTALLED = Path(__file__).parent.parent / "manual"
_CHECKOUT = Path(__file__).parent.parent.parent.parent
_BEGIN, _END = "<!-- checkout -->", "<!-- end -->"
_PAGES = {
    "authors": "docs/authors.md",
    "languages": "docs/languages.md",
    "own-site": "docs/own-site.md",
    "writing": "CONTRIBUTING.md",
}
"""The name of a page, and where it lies in a checkout."""
_PRINTED = {
    "keys.md": "guideway explain --keys",
    "problems.md": "guideway explain",
    "settings.md": "guideway explain --settings",
    **{Path(path).name: f"guideway manual {name}" for name, path in _PAGES.items()},
}
"""A file that is linked to, and what prints it; of others the words of the link are left."""
_LINK = re.compile(
    r"(?P<before>\(?)\[(?P<words>[^\[\]]+)\]\((?!https?:)(?P<path>[\w./-]+\.md)[^()]*\)"
)


def manual_pages() -> dict[str, str]:
    """Give the pages: name → Markdown."""
    found = {name: _place(name, path) for name, path in _PAGES.items()}
    return {name: _of_a_project(path) for name, path in found.items() if path.is_file()}


def manual_page(name: str) -> str:
    """Give one of them; of another name there is a BuildError."""
    there = manual_pages()
    if name not in there:
        raise BuildError(f"the manual has no page “{name}”", f"there are {listed(sorted(there))}")
    return there[name]


def _of_a_project(path: Path) -> str:
    first, *rest = path.read_text("utf-8").split(_BEGIN)
    ours = first + "".join(part.partition(_END)[2] for part in rest)
    ours = _LINK.sub(_said, ours)
    return ours.replace(".venv/bin/guideway", "guideway").rstrip("\n") + "\n"


def _said(link: re.Match[str]) -> str:
    printed = _PRINTED.get(Path(link["path"]).name)
    if printed is None:
        return link["before"] + link["words"]
    words = f"{link['words']}: `{printed}`" if link["before"] else f"{link['words']} (`{printed}`)"
    return link["before"] + words


def _place(name: str, path: str) -> Path:
    installed = _INSTALLED / f"{name}.md"
    return installed if installed.is_file() else _CHECKOUT / path

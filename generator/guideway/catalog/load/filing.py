"""Where each kind of content lives: the path of a file → the pieces it holds."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from guideway.model.addresses import Addresses
from guideway.model.care import Care
from guideway.model.decisions import Decision, GoldenPaths
from guideway.model.guides import Guide
from guideway.model.help import Help
from guideway.model.home import HomePage
from guideway.model.places import Article, Provider
from guideway.model.policy import Backlog, Policy
from guideway.model.synonyms import Synonyms
from guideway.model.texts import Part
from guideway.model.warnings import WarningPage
from guideway.model.wording import Wordings
from guideway.problems import Place, Problem
from guideway.problems.files.names import file_name, unplaced_file

ONE_EACH: dict[str, tuple[str, type[Part]]] = {
    "guides": ("guide", Guide),
    "providers": ("provider", Provider),
    "articles": ("article", Article),
    "decisions": ("decision", Decision),
    "warnings": ("warning", WarningPage),
}
"""Folders in which every file is one piece, named like the file."""

MANY = {"records": "record", "topics.yaml": "category", "glossary.yaml": "term"}
"""Folders and files that hold many pieces, each under its id."""

ALONE: dict[str, tuple[str, type[Part]]] = {
    "addresses.yaml": ("addresses", Addresses),
    "policy.yaml": ("policy", Policy),
    "backlog.yaml": ("backlog", Backlog),
    "home.yaml": ("home", HomePage),
    "help.yaml": ("help", Help),
    "care.yaml": ("care", Care),
    "synonyms.yaml": ("synonyms", Synonyms),
    "wording.yaml": ("wording", Wordings),
}
"""Files that are one piece, of which there is one."""

GOLDEN = ".paths.yaml"
"""The ending of a file with golden paths, beside the decision they belong to."""

DEFINED_IN = {
    **dict.fromkeys(("topic", "action", "audience", "owner"), "content/topics.yaml"),
    "term": "content/glossary.yaml",
    **{kind: f"content/{folder}/" for folder, (kind, _) in ONE_EACH.items()},
}
"""Kind → the file or folder in which each of them stands; records stand in `content/records/`."""

PLACES = (
    "guides/, decisions/, warnings/, providers/, articles/, records/, "
    "home.yaml, topics.yaml, glossary.yaml, synonyms.yaml, wording.yaml, help.yaml, care.yaml, "
    "policy.yaml, backlog.yaml, addresses.yaml"
)

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Filed:
    """What a file holds: one piece (`part` says which) or many."""

    kind: str
    name: str
    """The id of the piece; of a file with many, its path."""
    part: type[Part] | None


def file_of(path: str) -> Filed | Problem:
    """Say what the YAML file at a path below `content/` holds."""
    inner = PurePosixPath(path).relative_to("content")
    room = inner.parts[0]
    if str(inner) in ALONE:
        kind, part = ALONE[str(inner)]
        return Filed(kind, "site", part)
    if room in MANY and (len(inner.parts) > 1) == (room == "records"):
        return Filed(MANY[room], path, None)
    if room not in ONE_EACH or len(inner.parts) == 1:
        return unplaced_file(Place(path), PLACES)
    kind, part = ONE_EACH[room]
    if kind == "decision" and inner.name.endswith(GOLDEN):
        return Filed("golden", inner.name.removesuffix(GOLDEN), GoldenPaths)
    if not _ID.fullmatch(inner.stem):
        return file_name(Place(path), inner.name)
    return Filed(kind, inner.stem, part)

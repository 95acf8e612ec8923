"""A new file of content, with a remark at every key, to be filled in by its author."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from string import Template

from guideway.catalog import ContentFiles
from guideway.catalog.load.fields import key_order
from guideway.catalog.load.filing import ONE_EACH
from guideway.model.guides import Guide
from guideway.model.records import RECORD_KINDS
from guideway.source.layout import ordered
from guideway.source.writing import as_value

KINDS = ("guide", "decision", "warning", "provider", "record", "letter")
"""What can be begun."""

_FOLDER = {kind: folder for folder, (kind, _) in ONE_EACH.items()}
_MADE = {"id", "today", "review_by"}
"""What is filled in without asking."""
_LOOKED_AT_AGAIN = timedelta(days=90)
_NO_LETTERS = re.compile(r"letters:\s*\[\s*\]")
_TOP_KEY = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)


@dataclass(frozen=True)
class Beginning:
    """What is begun: its kind, and its id; of a letter, that of its guide, a dot, and its own."""

    kind: str
    name: str
    forms: Mapping[str, str]
    """The templates of a project, such as `new/guide.yaml`."""

    @property
    def form(self) -> Template:
        """What is filled in; of a record, that of the first word of its id."""
        is_record = self.kind == "record"
        of = f"record.{self.name.partition('.')[0]}" if is_record else self.kind
        return Template(self.forms[f"new/{of}.yaml"])

    @property
    def asked_for(self) -> list[str]:
        """What an author says before there is a file, such as `title` and `topic`, in order."""
        return [name for name in self.form.get_identifiers() if name not in _MADE]

    def written(self, answers: Mapping[str, str], today: date) -> str:
        """The text of it, with what was asked for filled in."""
        its_id = self.name.partition(".")[2] if self.kind == "letter" else self.name
        again = (today + _LOOKED_AT_AGAIN).isoformat()
        made = {"id": its_id, "today": today.isoformat(), "review_by": again}
        given = {key: as_value(answer) for key, answer in answers.items()}
        return self.form.substitute({**given, **made})


def forms_in(forms: Mapping[str, str], language: str) -> Mapping[str, str]:
    """Give the templates of `new/` in a language such as `en-GB`, or else in English."""
    tags = (language, language.partition("-")[0], "en")
    folder = next(f"new/{tag}/" for tag in tags if f"new/{tag}/guide.yaml" in forms)
    return {
        f"new/{name.removeprefix(folder)}": text
        for name, text in forms.items()
        if name.startswith(folder)
    }


def begun(beginning: Beginning, text: str, shelf: ContentFiles) -> Mapping[str, bytes]:
    """Give the files that are new or grow by a text: path → content.

    A ValueError says why it cannot be added to what there is.
    """
    kind, name = beginning.kind, beginning.name
    if kind == "record":
        path = record_file(name, shelf)
        before = shelf.files.get(path, b"").decode()
        return {path: (f"{before.rstrip()}\n\n{text}" if before else text).encode()}
    if kind == "letter":
        path = f"content/guides/{name.partition('.')[0]}.yaml"
        if path not in shelf.files:
            raise ValueError(f"there is no {path}; a letter is named GUIDE.LETTER")
        return {path: _with_letter(shelf.files[path].decode(), text).encode()}
    place = f"content/{_FOLDER[kind]}/{name}"
    files = {f"{place}.yaml": text.encode()}
    if kind == "decision":
        paths = Template(beginning.forms["new/decision.paths.yaml"]).substitute()
        files[f"{place}.paths.yaml"] = paths.encode()
    return files


def record_file(name: str, shelf: ContentFiles) -> str:
    """Choose the file of a record: the one with most of its kind, else a new one."""
    kind = name.partition(".")[0]
    starts = f"{kind}.".encode()
    found = {
        path: sum(line.startswith(starts) for line in content.split(b"\n"))
        for path, content in shelf.files.items()
        if path.startswith("content/records/")
    }
    most = max(found, key=lambda path: found[path], default="")
    return most if most and found[most] else f"content/records/{kind}s.yaml"


def is_record_id(name: str) -> bool:
    """Say whether the first word of an id is that of a kind of record."""
    return name.partition(".")[0] in RECORD_KINDS


def _with_letter(guide: str, letter: str) -> str:
    """Put a letter behind the others of a guide."""
    parts = _TOP_KEY.split(guide)
    at = next((n for n, part in enumerate(parts) if part.startswith("letters:")), None)
    if at is None or _NO_LETTERS.match(parts[at]):
        kept = [part for part in parts if not part.startswith("letters:")]
        text = "".join(kept).rstrip("\n") + f"\n\nletters:\n{letter}\n"
        return ordered(text, key_order(Guide)).rstrip("\n") + "\n"
    if not parts[at].startswith("letters:\n"):
        raise ValueError("its letters stand in brackets; write them below each other first")
    body = parts[at].rstrip("\n")
    gap = parts[at][len(body) :]
    parts[at] = f"{body}\n{letter.rstrip()}{gap}"
    return "".join(parts)


def lines_added(before: bytes, after: bytes) -> range:
    """The lines, from 1, by which a file has grown in one place."""
    old, new = before.split(b"\n"), after.split(b"\n")
    same = next((n for n, pair in enumerate(zip(old, new, strict=False)) if len({*pair}) > 1), None)
    first = min(len(old), len(new)) if same is None else same
    return range(first + 1, first + 1 + max(0, len(new) - len(old)) + 1)

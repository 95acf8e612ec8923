"""What commands that begin a file ask its author, and what they say is left to do."""

import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from guideway.catalog import Catalog, ContentFiles
from guideway.problems import near
from guideway.project.clock import today
from guideway.project.content_files import read_shelf
from guideway.project.schemas import write_ids
from guideway.reports.beginnings import is_record_id, lines_added
from guideway.reports.examination import examine
from guideway.reports.problem_list import as_text, shown

_WORDS = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_FORMS = {
    "record": (re.compile(r"[a-z]+(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+"), "channel.library.desk"),
    "letter": (re.compile(rf"{_WORDS}\.{_WORDS}"), "library-card.remind"),
}
_PAGE = (re.compile(_WORDS), "library-card-cancel")
_LISTED = ("provider", "topic", "action", "audience", "owner")


def must_be_free(catalog: Catalog, kind: str, name: str) -> None:
    """Stop where an id is none, or is taken."""
    form, example = _FORMS.get(kind, _PAGE)
    if not form.fullmatch(name) or (kind == "record" and not is_record_id(name)):
        raise click.UsageError(f"“{shown(name)}” is no id of a {kind}; write it like {example}")
    if catalog.may_exist(name if kind == "record" else f"{kind}.{name}"):
        raise click.UsageError(f"there is a {kind} “{shown(name)}” already")


def answers_to(
    catalog: Catalog, asked: Iterable[str], flags: Mapping[str, str | None]
) -> Mapping[str, str]:
    """What flags and people answer; all flags that cannot be are refused at once."""
    answers, refused = {}, list[str]()
    for about in asked:
        try:
            answers[about] = _answer(catalog, about, flags[about])
        except click.UsageError as error:
            refused.append(error.message)
    if refused:
        raise click.UsageError("\n".join(refused))
    return answers


def _answer(catalog: Catalog, about: str, flag: str | None) -> str:
    """What a flag says, the only choice there is, or what a person answers."""
    known = [each.partition(".")[2] for each in catalog.names(about)]
    if about in _LISTED and flag is None and len(known) == 1:
        return known[0]
    if flag is None and not sys.stdin.isatty():
        choices = f"; there are {', '.join(known)}" if about in _LISTED else ""
        raise click.UsageError(f"--{about} is missing{choices}")
    if flag is None:
        kind = click.Choice(known) if about in _LISTED else str
        flag = str(click.prompt(about, type=kind))
    if about in _LISTED and flag not in known:
        begun = f"“guideway new provider {shown(flag)}”"
        if about != "provider":
            begun = f"a line “{shown(flag)}: {{label: …, summary: …}}” in content/topics.yaml"
        hint = near(flag, known) or f"there are {', '.join(known)}; {begun} makes another"
        raise click.UsageError(f"there is no {about} “{shown(flag)}”; {hint}")
    return flag


def tell_what_is_left(folder: Path, shelf: ContentFiles, files: Mapping[str, bytes]) -> None:
    """Name the files, and the problems in what was added to them."""
    catalog, problems = examine(read_shelf(folder), today(folder), today(folder))
    write_ids(folder, catalog)
    added = {path: lines_added(shelf.files.get(path, b""), new) for path, new in files.items()}
    left = [p for p in problems if p.place.line in (0, *added.get(p.place.path, ()))]
    left = [problem for problem in left if problem.place.path in files]
    for path in files:
        click.echo(path)
    if left:
        click.echo("\nLeft to do:\n\n" + as_text(left))

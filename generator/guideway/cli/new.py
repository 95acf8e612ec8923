"""`guideway new`: a file with remarks, to be filled in."""

import re
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from guideway.catalog import Catalog, ContentFiles
from guideway.cli.options import project_folder
from guideway.problems import near
from guideway.project.clock import today
from guideway.project.content_files import read_shelf
from guideway.project.schemas import write_ids
from guideway.project.templates import read_templates, templates_folder
from guideway.project.write_content import write_content
from guideway.reports.beginnings import KINDS, Beginning, begun, is_record_id, lines_added
from guideway.reports.examination import examine
from guideway.reports.problem_list import as_text, shown

_WORDS = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_FORMS = {
    "record": (re.compile(r"[a-z]+(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+"), "channel.keeper.hotline"),
    "letter": (re.compile(rf"{_WORDS}\.{_WORDS}"), "bridge.remind"),
}
_PAGE = (re.compile(_WORDS), "cross-the-bridge")
_LISTED = ("provider", "topic", "action", "audience", "owner")


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("name", metavar="ID")
@click.option("--title", help="What it is called; of a record, its label.")
@click.option("--provider", help="The provider that a guide is about.")
@click.option("--topic", help="The topic it belongs to.")
@click.option("--action", help="What a guide does.")
@click.option("--audience", help="Whom a guide is for.")
@click.option("--owner", help="Who checks it.")
@click.pass_obj
def new(project: Path, /, kind: str, name: str, **flags: str | None) -> None:
    """Begin a guide, decision, warning, provider, record or letter: a file with remarks.

    ID is such as cross-the-bridge; of a record channel.keeper.hotline, of a letter its guide and
    its own, such as bridge.remind. What no flag says is asked. What is left to do is listed.
    """
    folder = project_folder(project)
    shelf = read_shelf(folder)
    catalog, _ = examine(shelf, today(folder), today(folder))
    _must_be_free(catalog, kind, name)
    beginning = Beginning(kind, name, read_templates(templates_folder(folder)))
    answers = {each: _answer(catalog, each, flags[each]) for each in beginning.asked_for}
    try:
        files = begun(beginning, beginning.written(answers, today(folder)), shelf)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    write_content(folder, files)
    _tell_what_is_left(folder, shelf, files)


def _must_be_free(catalog: Catalog, kind: str, name: str) -> None:
    form, example = _FORMS.get(kind, _PAGE)
    if not form.fullmatch(name) or (kind == "record" and not is_record_id(name)):
        raise click.UsageError(f"“{shown(name)}” is no id of a {kind}; write it like {example}")
    if catalog.may_exist(name if kind == "record" else f"{kind}.{name}"):
        raise click.UsageError(f"there is a {kind} “{shown(name)}” already")


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
        hint = near(flag, known) or f"there are {', '.join(known)}"
        raise click.UsageError(f"there is no {about} “{shown(flag)}”; {hint}")
    return flag


def _tell_what_is_left(folder: Path, shelf: ContentFiles, files: Mapping[str, bytes]) -> None:
    catalog, problems = examine(read_shelf(folder), today(folder), today(folder))
    write_ids(folder, catalog)
    added = {path: lines_added(shelf.files.get(path, b""), new) for path, new in files.items()}
    left = [p for p in problems if p.place.line in (0, *added.get(p.place.path, ()))]
    left = [problem for problem in left if problem.place.path in files]
    for path in files:
        click.echo(path)
    if left:
        click.echo("\nLeft to do:\n\n" + as_text(left))

"""The commands. Exit codes: 0 fine, 1 problems in the content, 2 wrong usage or environment."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from guideway import __version__, reviews
from guideway.build import compose, examine
from guideway.decisions.account import account
from guideway.outputs.clock import today
from guideway.outputs.publish import publish
from guideway.outputs.schemas import write_schemas
from guideway.outputs.shelf import read_shelf
from guideway.outputs.templates import read_templates, read_words, templates_folder
from guideway.outputs.trouble import Trouble
from guideway.problems import near
from guideway.report import FORMATS, as_text
from guideway.rulebook import handbook, pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guideway.catalog import Catalog
    from guideway.problems import Problem

PROBLEMS, ENVIRONMENT = 1, 2


class _Day(click.ParamType[date]):
    """A date such as 2026-11-22."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is no date; write it like 2026-11-22", param, ctx)


class _Span(click.ParamType[int]):
    """A number of days: 30d, or 30."""

    name = "days"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        number = str(value).removesuffix("d")
        if not number.isdecimal() or len(number) > 5:  # noqa: PLR2004 - 270 years
            self.fail(f"“{value}” is no number of days; write it like 30d", param, ctx)
        return int(number)


_AS_OF = click.option(
    "--as-of",
    "day",
    type=_Day(),
    metavar="DATE",
    help="Look at the content as of this day instead of today.",
)


class _Commands(click.Group):
    """Commands whose troubles are one line and an exit code, never a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except Trouble as trouble:
            hint = f"\n  = hint: {trouble.hint}" if trouble.hint else ""
            click.echo(f"guideway: {trouble}{hint}", err=True)
            raise click.exceptions.Exit(ENVIRONMENT) from None


@click.group(cls=_Commands)
@click.version_option(__version__)
@click.option(
    "-C",
    "project",
    metavar="DIR",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Work in this project folder: one that has a mkdocs.yml.",
)
@click.pass_context
def main(context: click.Context, project: Path) -> None:
    """Turn structured guides into a searchable static site."""
    context.obj = project


@main.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    help="text for people, github for annotations, json for programs.",
)
@_AS_OF
@click.pass_obj
def check(project: Path, form: str, day: date | None) -> None:
    """Find everything that is wrong with the content."""
    catalog, problems = _examine(project, day)
    if form == "json" or problems:
        click.echo(FORMATS[form](problems))
    _stop_at_errors(problems)
    if not problems:
        _say(f"{len(catalog.guides)} guides, no problems")


@main.command()
@_AS_OF
@click.pass_obj
def build(project: Path, day: date | None) -> None:
    """Check the content and build site/; with problems, the last good site stays."""
    catalog, problems = _examine(project, day)
    if problems:
        click.echo(as_text(problems), err=True)
    _stop_at_errors(problems)
    site = publish(project.resolve(), catalog, _say)
    _say(f"done: {site}")


@main.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@_AS_OF
@click.option("--within", type=_Span(), default="30d", help="How far ahead to look: 30d.")
@click.option("--owner", metavar="ID", help="Only what this owner checks.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(reviews.FORMATS)),
    default="text",
    help="text for people, csv for spreadsheets, json for programs.",
)
@click.pass_obj
def review(  # noqa: PLR0913, PLR0917 - one for each option
    project: Path,
    names: tuple[str, ...],
    day: date | None,
    within: int,
    owner: str | None,
    form: str,
) -> None:
    """List what must be checked again, and every page that it would change.

    With NAMEs such as channel.lakala.hotline, tells about these, whenever they are due. Ends with
    1 if something is overdue.
    """
    catalog, problems = _examine(project, day)
    if any(problem.level == "error" for problem in problems):
        click.echo(as_text(problems), err=True)
    _stop_at_errors(problems)
    folder = templates_folder(project.resolve())
    uses = compose(catalog, read_templates(folder), read_words(folder)).uses
    found = reviews.reviews(catalog, uses)
    known = [each.name for each in found]
    for name in set(names).difference(known):
        raise click.UsageError(f"there is no “{name}”; {near(name, known) or 'see content/'}")
    listed = reviews.chosen(found, names, within, owner)
    click.echo(reviews.FORMATS[form](listed))
    if any(each.days < 0 for each in listed):
        raise click.exceptions.Exit(PROBLEMS)


@main.command()
@click.argument("name")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "mermaid", "dot", "csv"]),
    default="text",
    help="text and json count; mermaid, dot and csv draw.",
)
@click.option("--mutate", is_flag=True, help="Change it in every small way; who notices?")
@click.pass_obj
def paths(project: Path, name: str, form: str, mutate: bool) -> None:
    """Count or draw the decision called NAME, and say what is wrong with it."""
    catalog, problems = _examine(project)
    told = account(catalog, problems, name, form, mutate=mutate)
    if told is None:
        if catalog.may_exist(f"decision.{name}"):
            click.echo(as_text(problems), err=True)
            raise click.exceptions.Exit(PROBLEMS)
        known = near(name, [entry.id for entry in catalog.decisions])
        raise click.UsageError(
            f"there is no decision “{name}”; {known or 'see content/decisions/'}"
        )
    click.echo(told.text, nl=False)
    if form == "text" and told.findings:
        click.echo("\n" + as_text(told.findings))
    _stop_at_errors(told.findings)


@main.command()
@click.argument("code", required=False)
@click.option("--all", "everything", is_flag=True, help="Show the pages of all codes.")
def explain(code: str | None, everything: bool) -> None:
    """Show the page of a problem's CODE; without one, list all codes."""
    if everything:
        click.echo(handbook(), nl=False)
    elif code is None:
        click.echo("\n".join(f"{page.code:24}{page.title}" for page in pages().values()))
    elif code in pages():
        click.echo(pages()[code].text)
    else:
        hint = near(code, pages()) or "“guideway explain” lists all"
        raise click.UsageError(f"there is no problem called “{code}”; {hint}")


@main.command()
@click.pass_obj
def schema(project: Path) -> None:
    """Write the JSON Schemas that editors check guides with to content/schema/."""
    _say(f"written: {write_schemas(_project(project))}")


def _examine(project: Path, day: date | None = None) -> tuple[Catalog, Sequence[Problem]]:
    return examine(read_shelf(_project(project)), day or today())


def _stop_at_errors(problems: Sequence[Problem]) -> None:
    """A warning alone stops nothing."""
    if any(problem.level == "error" for problem in problems):
        raise click.exceptions.Exit(PROBLEMS)


def _project(project: Path) -> Path:
    if not (project / "mkdocs.yml").is_file():
        raise Trouble(
            f"there is no mkdocs.yml in {project.resolve()}",
            "start in a project folder, or name one with -C DIR",
        )
    return project.resolve()


def _say(what: str) -> None:
    """Show progress to a person; say nothing to a pipe."""
    if sys.stderr.isatty():
        click.echo(what, err=True)

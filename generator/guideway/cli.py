"""The commands. Exit codes: 0 fine, 1 problems in the content, 2 wrong usage or environment."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guideway import __version__
from guideway.build import examine
from guideway.decisions.account import account
from guideway.outputs.publish import publish
from guideway.outputs.schemas import write_schemas
from guideway.outputs.shelf import read_shelf
from guideway.outputs.trouble import Trouble
from guideway.problems import near
from guideway.report import FORMATS, as_text
from guideway.rulebook import handbook, pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guideway.catalog import Catalog
    from guideway.problems import Problem

PROBLEMS, ENVIRONMENT = 1, 2


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
@click.pass_obj
def check(project: Path, form: str) -> None:
    """Find everything that is wrong with the content."""
    catalog, problems = _examine(project)
    if form == "json" or problems:
        click.echo(FORMATS[form](problems))
    _stop_at_errors(problems)
    if not problems:
        _say(f"{len(catalog.guides)} guides, no problems")


@main.command()
@click.pass_obj
def build(project: Path) -> None:
    """Check the content and build site/; with problems, the last good site stays."""
    catalog, problems = _examine(project)
    if problems:
        click.echo(as_text(problems), err=True)
    _stop_at_errors(problems)
    site = publish(project.resolve(), catalog, _say)
    _say(f"done: {site}")


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


def _examine(project: Path) -> tuple[Catalog, Sequence[Problem]]:
    return examine(read_shelf(_project(project)))


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

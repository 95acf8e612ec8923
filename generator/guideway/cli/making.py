"""The commands that check the content and make something of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from guideway.cli.options import AS_OF, TRUST, examined, project_folder, say, stop_at_errors
from guideway.pages.downloads import bundle_of
from guideway.project.publish import publish
from guideway.project.schemas import write_schemas
from guideway.reports.problem_list import FORMATS, as_text


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    help="text for people, github for annotations, json for programs.",
)
@AS_OF
@TRUST
@click.pass_obj
def check(project: Path, form: str, day: date | None, *, trusted: bool) -> None:
    """Find everything that is wrong with the content and the settings."""
    catalog, problems = examined(project, day, trusted=trusted)
    if form == "json" or problems:
        click.echo(FORMATS[form](problems))
    stop_at_errors(problems)
    if not problems:
        say(f"{len(catalog.guides)} guides, no problems")


@click.command()
@AS_OF
@TRUST
@click.pass_obj
def build(project: Path, day: date | None, *, trusted: bool) -> None:
    """Check the content and build site/; with problems, the last good site stays."""
    site, _ = _published(project, day, trusted=trusted)
    say(f"done: {site}")


@click.command()
@AS_OF
@TRUST
@click.pass_obj
def bundle(project: Path, day: date | None, *, trusted: bool) -> None:
    """Build site/ and say where its bundle for offline use is."""
    site, made_on = _published(project, day, trusted=trusted)
    click.echo(site / bundle_of(made_on))


def _published(project: Path, day: date | None, *, trusted: bool) -> tuple[Path, date]:
    catalog, problems = examined(project, day, trusted=trusted)
    if problems:
        click.echo(as_text(problems), err=True)
    stop_at_errors(problems)
    return publish(project.resolve(), catalog, say, trusted=trusted), catalog.day


@click.command()
@click.pass_obj
def schema(project: Path) -> None:
    """Write the JSON Schemas that editors check guides with to content/schema/."""
    say(f"written: {write_schemas(project_folder(project))}")

"""`guideway check`: everything that is wrong with the content."""

from datetime import date
from pathlib import Path

import click

from guideway.cli.options import AS_OF, TRUST, say
from guideway.cli.reading import examined, stop_at_errors
from guideway.reports.problem_list import FORMATS


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

"""`guideway build`: the website of the content."""

from datetime import date
from pathlib import Path

import click

from guideway.cli.options import AS_OF, TRUST, examined, say, stop_at_errors
from guideway.project.publish import publish
from guideway.reports.problem_list import as_text


@click.command()
@AS_OF
@TRUST
@click.pass_obj
def build(project: Path, day: date | None, *, trusted: bool) -> None:
    """Check the content and build site/; with problems, the last good site stays."""
    site, _ = published(project, day, trusted=trusted)
    say(f"done: {site}")


def published(project: Path, day: date | None, *, trusted: bool) -> tuple[Path, date]:
    """Check and build; give the folder of the site, and the day it was made for."""
    catalog, problems = examined(project, day, trusted=trusted)
    if problems:
        click.echo(as_text(problems), err=True)
    stop_at_errors(problems)
    return publish(project.resolve(), catalog, say, trusted=trusted), catalog.day

"""`guideway build`: the website of the content."""

from datetime import date
from pathlib import Path

import click

from guideway.cli.options import AS_OF, ENGINE, TRUST, examined, say, stop_at_errors
from guideway.model.settings import EngineName
from guideway.project.publish import publish
from guideway.reports.problem_list import as_text


@click.command()
@AS_OF
@TRUST
@ENGINE
@click.pass_obj
def build(project: Path, day: date | None, engine: EngineName | None, *, trusted: bool) -> None:
    """Check the content and build site/; with problems, the last good site stays."""
    site, _ = published(project, day, trusted=trusted, engine=engine)
    say(f"done: {site}")


def published(
    project: Path, day: date | None, *, trusted: bool, engine: EngineName | None = None
) -> tuple[Path, date]:
    """Check and build; give the folder of the site, and the day it was made for."""
    catalog, problems = examined(project, day, trusted=trusted)
    if problems:
        click.echo(as_text(problems), err=True)
    stop_at_errors(problems)
    site = publish(project.resolve(), catalog, say, trusted=trusted, engine=engine)
    return site, catalog.day

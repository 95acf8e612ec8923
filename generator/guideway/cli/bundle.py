"""`guideway bundle`: the website, and where its bundle for offline use is."""

from datetime import date
from pathlib import Path

import click

from guideway.cli.build import published
from guideway.cli.options import AS_OF, ENGINE, TRUST
from guideway.model.settings import EngineName
from guideway.pages.downloads import bundle_of
from guideway.project.build_error import BuildError


@click.command()
@AS_OF
@TRUST
@ENGINE
@click.pass_obj
def bundle(project: Path, day: date | None, engine: EngineName | None, *, trusted: bool) -> None:
    """Build site/ and say where its bundle for offline use is."""
    site, made_on = published(project, day, trusted=trusted, engine=engine)
    file = site / bundle_of(made_on)
    if not file.is_file():
        raise BuildError(
            "the settings leave the bundle out", "take it from `without` in mkdocs.yml"
        )
    click.echo(file)

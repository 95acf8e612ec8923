"""`guideway bundle`: the website, and where its bundle for offline use is."""

from pathlib import Path
from typing import Any

import click

from guideway.cli.build import published
from guideway.cli.options import as_ordered, project_folder
from guideway.pages.downloads import bundle_of
from guideway.project.build_error import BuildError
from guideway.project.making import settings_of
from guideway.project.order import Order


@click.command()
@as_ordered
@click.pass_obj
def bundle(project: Path, /, **options: Any) -> None:
    """Build site/ and say where its bundle for offline use is."""
    site, made_on = published(project, Order(**options))
    folder = project_folder(project)
    file = site / bundle_of(settings_of(folder).guideway.bundle, made_on)
    if not file.is_file():
        raise BuildError(
            "the bundle is left out", "take it from `without` in mkdocs.yml, or name it in --only"
        )
    click.echo(file)

"""`guideway schema`: JSON Schemas for the editors of authors."""

from pathlib import Path

import click

from guideway.cli.options import project_folder, say
from guideway.project.clock import today
from guideway.project.content_files import read_shelf
from guideway.project.schemas import write_schemas
from guideway.reports.examination import examine


@click.command()
@click.pass_obj
def schema(project: Path) -> None:
    """Write the JSON Schemas that editors check guides with to content/schema/."""
    folder = project_folder(project)
    catalog, _ = examine(read_shelf(folder), today(folder), today(folder))
    say(f"written: {write_schemas(folder, catalog)}")

"""`guideway schema`: JSON Schemas for the editors of authors."""

from pathlib import Path

import click

from guideway.cli.options import project_folder, say
from guideway.project.schemas import write_schemas


@click.command()
@click.pass_obj
def schema(project: Path) -> None:
    """Write the JSON Schemas that editors check guides with to content/schema/."""
    say(f"written: {write_schemas(project_folder(project))}")

"""`guideway build`: the website of the content."""

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import click

from guideway.cli.options import as_ordered, project_folder, say
from guideway.project.clock import today
from guideway.project.order import Order
from guideway.project.unchanged import inputs_of


@click.command()
@as_ordered
@click.pass_obj
def build(project: Path, /, **options: Any) -> None:
    """Check the content and build site/; with problems, the last good site stays."""
    site, _ = published(project, Order(**options))
    say(f"done: {site}")


def published(project: Path, order: Order) -> tuple[Path, date]:
    """Check and build; give the folder of the site, and the day it was made for.

    If nothing has changed since the last build, that was it: most of the program is not loaded.
    """
    folder = project_folder(project)
    day = order.day or today(folder)
    only = None if order.only is None else sorted(order.only)
    inputs = inputs_of(folder, (order.trusted, order.engine, only, day, today(folder)))
    site = folder / "site"
    if order.clean or not inputs.made(site):
        made = import_module("guideway.cli.building").made
        inputs.leave(site, cast("str", made(folder, order)))
    else:
        if inputs.said:
            click.echo(inputs.said, err=True)
        if order.explain:
            click.echo("nothing has changed since the last build")
    return site, day

"""`guideway cache`: what earlier builds have left for the next one."""

from pathlib import Path

import click

from guideway.cli.options import project_folder
from guideway.project.cache_upkeep import kept_in, prune
from guideway.project.publish import WORKSHOP

_MB = 1_000_000


@click.command()
@click.option("--size", is_flag=True, help="Say how large it is: the same as without an option.")
@click.option("--prune", "pruned", is_flag=True, help="Forget what the last build did not use.")
@click.pass_obj
def cache(project: Path, *, size: bool, pruned: bool) -> None:
    """Say how much earlier builds have left for the next; with --prune, forget the old."""
    if size and pruned:
        raise click.UsageError("--prune says the size as well")
    workshop = project_folder(project) / WORKSHOP
    kept = prune(workshop) if pruned else kept_in(workshop)
    used = f"{kept.used} of them used by the last build"
    click.echo(f"{kept.size / _MB:.1f} MB, {kept.results} results, {used}")

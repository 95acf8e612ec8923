"""`guideway cache`: what earlier builds have left for the next one."""

from pathlib import Path

import click

from guideway.cli.options import project_folder
from guideway.project.cache_upkeep import kept_in, prune
from guideway.project.workshop import CHECKED, MADE, WORKSHOP

_MB = 1_000_000
_CACHES = ((MADE, "builds", "build"), (CHECKED, "content", "command that read it"))
"""Folder, what it is called, and who uses it."""


@click.command()
@click.option("--size", is_flag=True, help="Say how large it is: the same as without an option.")
@click.option("--prune", "pruned", is_flag=True, help="Forget what the last build did not use.")
@click.pass_obj
def cache(project: Path, *, size: bool, pruned: bool) -> None:
    """Say how much earlier builds have left for the next; with --prune, forget the old."""
    if size and pruned:
        raise click.UsageError("--prune says the size as well")
    workshop = project_folder(project) / WORKSHOP
    for folder, what, who in _CACHES:
        kept = prune(workshop, folder) if pruned else kept_in(workshop, folder)
        many = f"{kept.results} results, {kept.used} of them used by the last {who}"
        click.echo(f"{what}: {kept.size / _MB:.1f} MB, {many}")

"""`guideway pages`: our pages in a site that somebody has already, framed by its own engine."""

from datetime import date
from pathlib import Path

import click

from guideway.cli.options import AS_OF, project_folder
from guideway.cli.reading import examined, stop_at_errors
from guideway.project.docs_tree import write_docs
from guideway.project.order import Order
from guideway.reports.problem_list import as_text

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.option(
    "--into",
    type=_FOLDER,
    required=True,
    metavar="DIR",
    help="The folder to make, such as ../handbook/docs/help.",
)
@click.option(
    "--docs",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="The docs_dir of that site, if DIR is not right below it.",
)
@AS_OF
@click.pass_obj
def pages(project: Path, /, into: Path, docs: Path | None, day: date | None) -> None:
    """Write pages for a site of MkDocs or Zensical that somebody has already.

    What belongs under `nav:` in its settings is printed.
    """
    folder, place = project_folder(project), into.resolve()
    try:
        below = place.relative_to((docs or into.parent).resolve()).as_posix()
    except ValueError as error:
        raise click.UsageError(f"{into} is not below {docs}") from error
    catalog, problems = examined(folder, day, trusted=False)
    if problems:
        click.echo(as_text(problems), err=True)
    stop_at_errors(problems)
    click.echo(write_docs(folder, catalog, Order(day=day, jobs=1), place, below), nl=False)

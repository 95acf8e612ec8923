"""`guideway diff`: what has changed for readers since a revision."""

from datetime import date
from pathlib import Path

import click

from guideway.catalog import Catalog, ContentFiles
from guideway.catalog.as_of import in_force
from guideway.changes.comparing import changes
from guideway.changes.telling import FORMATS
from guideway.cli.options import AS_OF, project_folder
from guideway.project.build_error import BuildError
from guideway.project.clock import today
from guideway.project.content_files import read_shelf
from guideway.project.revisions import read_revision
from guideway.reports.examination import catalog_of
from guideway.reports.problem_list import shown


@click.command()
@click.argument("revisions", metavar="REV[..REV2]")
@AS_OF
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    help="text for people, markdown for a pull request, json for programs, github for CI.",
)
@click.pass_obj
def diff(project: Path, revisions: str, day: date | None, form: str) -> None:
    """Say what has changed for readers since a revision: answers, steps, facts, relations.

    REV is what git calls a commit; it is compared with what lies here now, or with REV2.
    """
    folder = project_folder(project)
    first, _, second = revisions.partition("..")
    old = read_revision(folder, first)
    new = read_revision(folder, second) if second else read_shelf(folder)
    on = day or today(folder)
    before = _catalog(old, on, first)
    click.echo(FORMATS[form](changes(before, _catalog(new, on, second or "here"))))


def _catalog(shelf: ContentFiles, day: date, where: str) -> Catalog:
    """Read what is published on a day; what cannot be read cannot be compared."""
    catalog, problems = catalog_of(shelf, day, day)
    broken = [problem for problem in problems if problem.level == "error"]
    if broken:
        place = broken[0].place
        raise BuildError(
            f"the content of {shown(where)} cannot be read whole, {len(broken)} problems: "
            f"{place.path}:{place.line}: {broken[0].message}",
            "“guideway check” there tells all",
        )
    return in_force(catalog, day)

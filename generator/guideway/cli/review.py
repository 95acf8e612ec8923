"""`guideway review`: what must be checked again."""

from datetime import date
from pathlib import Path

import click

from guideway.build import Kit, OneByOne, compose
from guideway.cli.options import AS_OF, PROBLEMS, Span
from guideway.cli.reading import sound, wording
from guideway.problems import near
from guideway.reports import reviews
from guideway.reports.problem_list import shown


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@AS_OF
@click.option("--within", type=Span(), default="30d", help="How far ahead to look: 30d.")
@click.option("--owner", metavar="ID", help="Only what this owner checks.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(reviews.FORMATS)),
    default="text",
    help="text for people, csv for spreadsheets, json for programs.",
)
@click.pass_obj
def review(  # noqa: PLR0913, PLR0917 - one for each option
    project: Path,
    names: tuple[str, ...],
    day: date | None,
    within: int,
    owner: str | None,
    form: str,
) -> None:
    """List what must be checked again, and every page that it would change.

    With NAMEs such as channel.keeper.hotline, tells about these, whenever they are due. Ends with
    1 if something is overdue.
    """
    catalog = sound(project, day)
    uses = compose(catalog, Kit(*wording(project)), OneByOne()).uses
    found = reviews.reviews(catalog, uses)
    known = [each.name for each in found]
    for name in set(names).difference(known):
        raise click.UsageError(
            f"there is no “{shown(name)}”; {near(name, known) or 'see content/'}"
        )
    listed = reviews.chosen(found, names, within, owner)
    click.echo(reviews.FORMATS[form](listed))
    if any(each.days < 0 for each in listed):
        raise click.exceptions.Exit(PROBLEMS)

"""`guideway related`: the pages suggested beside a page, and why."""

from datetime import date
from pathlib import Path

import click

from guideway.cli.options import AS_OF
from guideway.cli.reading import sound, wording
from guideway.problems import near
from guideway.related.relations import suggested
from guideway.reports.problem_list import shown
from guideway.reports.related_pages import suggestions


@click.command()
@click.argument("name")
@click.option("--explain", "everything", is_flag=True, help="Show scores, reasons and the rest.")
@AS_OF
@click.pass_obj
def related(project: Path, name: str, day: date | None, *, everything: bool) -> None:
    """Show which pages are suggested beside the page called NAME, and why.

    NAME is such as guide.bridge; a decision, a warning, or the id alone will do.
    """
    catalog = sound(project, day)
    known = [entry.name for entry in suggested(catalog)]
    page = next((each for each in known if name in {each, each.partition(".")[2]}), None)
    if page is None:
        raise click.UsageError(
            f"there is no page “{shown(name)}”; {near(name, known) or 'see content/'}"
        )
    click.echo(suggestions(catalog, page, *wording(project), everything=everything), nl=False)

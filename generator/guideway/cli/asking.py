"""The commands that answer an author's questions about the content."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from guideway.build import compose
from guideway.cli.options import AS_OF, PROBLEMS, Span, examined, sound, stop_at_errors, wording
from guideway.problems import near
from guideway.related.relations import suggested
from guideway.reports import reviews
from guideway.reports.decision_paths import account
from guideway.reports.problem_list import as_text, shown
from guideway.reports.related_pages import suggestions
from guideway.reports.rule_pages import handbook, pages


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

    With NAMEs such as channel.lakala.hotline, tells about these, whenever they are due. Ends with
    1 if something is overdue.
    """
    catalog = sound(project, day)
    uses = compose(catalog, *wording(project)).uses
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


@click.command()
@click.argument("name")
@click.option("--explain", "everything", is_flag=True, help="Show scores, reasons and the rest.")
@AS_OF
@click.pass_obj
def related(project: Path, name: str, day: date | None, *, everything: bool) -> None:
    """Show which pages are suggested beside the page called NAME, and why.

    NAME is such as guide.alipay-refund; a decision, a warning, or the id alone will do.
    """
    catalog = sound(project, day)
    known = [entry.name for entry in suggested(catalog)]
    page = next((each for each in known if name in {each, each.partition(".")[2]}), None)
    if page is None:
        raise click.UsageError(
            f"there is no page “{shown(name)}”; {near(name, known) or 'see content/'}"
        )
    click.echo(suggestions(catalog, page, *wording(project), everything=everything), nl=False)


@click.command()
@click.argument("name")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "mermaid", "dot", "csv"]),
    default="text",
    help="text and json count; mermaid, dot and csv draw.",
)
@click.option("--mutate", is_flag=True, help="Change it in every small way; who notices?")
@click.pass_obj
def paths(project: Path, name: str, form: str, mutate: bool) -> None:
    """Count or draw the decision called NAME, and say what is wrong with it."""
    catalog, problems = examined(project)
    told = account(catalog, problems, name, form, mutate=mutate)
    if told is None:
        if catalog.may_exist(f"decision.{name}"):
            click.echo(as_text(problems), err=True)
            raise click.exceptions.Exit(PROBLEMS)
        known = near(name, [entry.id for entry in catalog.decisions])
        raise click.UsageError(
            f"there is no decision “{shown(name)}”; {known or 'see content/decisions/'}"
        )
    click.echo(told.text, nl=False)
    if form == "text" and told.findings:
        click.echo("\n" + as_text(told.findings))
    stop_at_errors(told.findings)


@click.command()
@click.argument("code", required=False)
@click.option("--all", "everything", is_flag=True, help="Show the pages of all codes.")
def explain(code: str | None, everything: bool) -> None:
    """Show the page of a problem's CODE; without one, list all codes."""
    if everything:
        click.echo(handbook(), nl=False)
    elif code is None:
        click.echo("\n".join(f"{page.code:24}{page.title}" for page in pages().values()))
    elif code in pages():
        click.echo(pages()[code].text)
    else:
        hint = near(code, pages()) or "“guideway explain” lists all"
        raise click.UsageError(f"there is no problem called “{shown(code)}”; {hint}")

"""`guideway paths`: the ways through a decision."""

from pathlib import Path

import click

from guideway.cli.options import PROBLEMS
from guideway.cli.reading import examined, stop_at_errors
from guideway.problems import near
from guideway.reports.decision_paths import account
from guideway.reports.problem_list import as_text, shown


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

"""`guideway explain`: the page about a problem."""

import click

from guideway.problems import near
from guideway.reports.problem_list import shown
from guideway.reports.rule_pages import handbook, pages
from guideway.reports.vocabulary import settings_page, vocabulary


@click.command()
@click.argument("code", required=False)
@click.option("--all", "everything", is_flag=True, help="Show the pages of all codes.")
@click.option("--keys", is_flag=True, help="Show every key that can be written, and what it means.")
@click.option("--settings", is_flag=True, help="Show every key of mkdocs.yml, and what it means.")
def explain(code: str | None, everything: bool, keys: bool, settings: bool) -> None:
    """Show the page of a problem's CODE; without one, list all codes."""
    if keys:
        click.echo(vocabulary(), nl=False)
    elif settings:
        click.echo(settings_page(), nl=False)
    elif everything:
        click.echo(handbook(), nl=False)
    elif code is None:
        click.echo("\n".join(f"{page.code:24}{page.title}" for page in pages().values()))
    elif code in pages():
        click.echo(pages()[code].text)
    else:
        hint = near(code, pages()) or "“guideway explain” lists all"
        raise click.UsageError(f"there is no problem called “{shown(code)}”; {hint}")

"""`guideway new`: a file with remarks, to be filled in."""

from pathlib import Path

import click

from guideway.catalog.load.settings import load_settings
from guideway.cli.asking import answers_to, must_be_free, tell_what_is_left
from guideway.cli.options import project_folder
from guideway.project.clock import today
from guideway.project.content_files import read_shelf
from guideway.project.templates import read_templates, template_folders
from guideway.project.write_content import write_content
from guideway.reports.beginnings import KINDS, Beginning, begun, forms_in
from guideway.reports.examination import examine


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("name", metavar="ID")
@click.option("--title", help="What it is called; of a record, its label.")
@click.option("--provider", help="The provider that a guide is about.")
@click.option("--topic", help="The topic it belongs to.")
@click.option("--action", help="What a guide does.")
@click.option("--audience", help="Whom a guide is for.")
@click.option("--owner", help="Who checks it.")
@click.pass_obj
def new(project: Path, /, kind: str, name: str, **flags: str | None) -> None:
    """Begin a guide, decision, warning, provider, record or letter: a file with remarks.

    ID is such as cross-the-bridge; of a record channel.keeper.hotline, of a letter its guide and
    its own, such as bridge.remind. What no flag says is asked. What is left to do is listed.
    """
    folder = project_folder(project)
    shelf = read_shelf(folder)
    catalog, _ = examine(shelf, today(folder), today(folder))
    must_be_free(catalog, kind, name)
    forms = read_templates(*template_folders(folder))
    chosen = load_settings(shelf.settings or b"")[0]
    language = chosen.guideway.language if chosen else catalog.language.tag
    beginning = Beginning(kind, name, forms_in(forms, language))
    answers = answers_to(catalog, beginning.asked_for, flags)
    try:
        files = begun(beginning, beginning.written(answers, today(folder)), shelf)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    write_content(folder, files)
    tell_what_is_left(folder, shelf, files)

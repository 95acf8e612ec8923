"""`guideway import`: a raw article becomes the draft of a guide."""

from pathlib import Path

import click

from guideway.cli.asking import answers_to, must_be_free, tell_what_is_left
from guideway.cli.options import project_folder
from guideway.imports import tally
from guideway.imports.importing import framed, imported
from guideway.project.articles import read_raw
from guideway.project.clock import today
from guideway.project.content_files import read_shelf
from guideway.project.templates import read_phrases, template_folders
from guideway.project.write_content import write_content
from guideway.reports.examination import examine
from guideway.reports.mending import mended_file

_ASKED = ("provider", "topic", "action", "audience", "owner")


@click.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("name", metavar="ID")
@click.option("--provider", help="The provider that the guide is about.")
@click.option("--topic", help="The topic it belongs to.")
@click.option("--action", help="What the guide does.")
@click.option("--audience", help="Whom the guide is for.")
@click.option("--owner", help="Who checks it.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(tally.FORMATS)),
    default="text",
    help="How what became of each sentence is told: text for people, json for programs.",
)
@click.pass_obj
def import_article(project: Path, /, file: Path, name: str, form: str, **flags: str | None) -> None:
    """Make a draft of a guide from an article: .txt, .md, .html or .docx.

    ID is that of the guide, such as library-card-cancel. Any encoding can be read. Nothing is
    invented: what the article does not say stands as unfinished, what is doubtful is marked with
    the reason, and each sentence that was left out is listed. What no flag says is asked.
    """
    folder = project_folder(project)
    phrases = read_phrases(*template_folders(folder))
    article = read_raw(file, phrases.numberings)
    shelf = read_shelf(folder)
    day = today(folder)
    catalog, _ = examine(shelf, day, day)
    must_be_free(catalog, "guide", name)
    answers = answers_to(catalog, _ASKED, flags)
    found = imported(article, catalog, phrases, framed(answers, day))
    path = f"content/guides/{name}.yaml"
    files = {path: mended_file(shelf, path, found.text.encode(), day)}
    write_content(folder, files)
    click.echo(tally.FORMATS[form](found.tally))
    if form == "text":
        click.echo()
        tell_what_is_left(folder, shelf, files)

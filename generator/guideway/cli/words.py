"""`guideway words`: the words of the interface, to be said in another language."""

import click

from guideway.project.templates import words_file


@click.command()
@click.argument("language", default="en")
def words(language: str) -> None:
    """Print all words of the interface in a LANGUAGE, to be said in another."""
    click.echo(words_file(language).decode(), nl=False)

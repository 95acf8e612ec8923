"""`guideway known`: what the program knows of a language or a country, to be said of another."""

import click

from guideway.catalog.load.locales import COUNTRIES, LANGUAGES
from guideway.project.locales import locale_file


@click.command()
@click.argument("name")
def known(name: str) -> None:
    """Print what rules know of a language or a country, to be said of another.

    NAME is that of a file of the program: en, de, zh; GB, DE, CN. A project that has it, changed,
    as languages/TAG.yaml or countries/CODE.yaml is looked at by it.
    """
    folder = COUNTRIES if name.isupper() else LANGUAGES
    click.echo(locale_file(folder, name).decode(), nl=False)

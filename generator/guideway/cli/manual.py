"""`guideway manual`: what is written for who writes guides or has a site."""

import click

from guideway.project.manual import manual_page, manual_pages


@click.command()
@click.argument("page", required=False)
def manual(page: str | None) -> None:
    """Print what is written for who writes guides or has a site; without a PAGE, list it.

    Every key, every setting and every problem is told by `guideway explain`.
    """
    if page is not None:
        click.echo(manual_page(page), nl=False)
        return
    for name, text in manual_pages().items():
        click.echo(f"{name}: {text.splitlines()[0].removeprefix('# ')}")

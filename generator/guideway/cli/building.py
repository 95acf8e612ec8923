"""The part of a build that needs the whole program."""

from contextlib import closing
from pathlib import Path

import click

from guideway.cli.counting import Counter
from guideway.cli.options import say
from guideway.cli.reading import examined, stop_at_errors
from guideway.project.order import Order
from guideway.project.publish import publish
from guideway.reports.problem_list import as_text


def made(project: Path, order: Order) -> str:
    """Check the content, say what is wrong with it, and build the site; give what was said."""
    catalog, problems = examined(project, order.day, trusted=order.trusted, is_new=order.clean)
    said = as_text(problems) if problems else ""
    if said:
        click.echo(said, err=True)
    stop_at_errors(problems)
    with closing(Counter()) as count:
        publish(project, catalog, order, click.echo if order.explain else say, count)
    return said

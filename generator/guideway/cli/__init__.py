"""The commands, and nothing else.

Exit codes: 0 fine, 1 problems in the content, 2 environment, 130 stopped.
"""

from __future__ import annotations

import errno
import io
import sys
from pathlib import Path
from typing import Any, NoReturn

import click

from guideway import __version__
from guideway.cli import asking, making
from guideway.cli.options import ENVIRONMENT, STOPPED
from guideway.project.build_error import BuildError
from guideway.reports.problem_list import shown


class _Commands(click.Group):
    """Commands whose troubles are one line and an exit code, never a traceback."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Start; what the terminal's encoding does not have is replaced, not a reason to stop."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BuildError as trouble:
            hint = f"\n  = hint: {trouble.hint}" if trouble.hint else ""
            _stop(f"{trouble}{hint}", ENVIRONMENT)
        except KeyboardInterrupt:
            _stop("stopped; site/ is the last good one", STOPPED)
        except OSError as error:
            if error.errno == errno.EPIPE:  # click knows what to do
                raise
            _stop(f"{error.strerror}: {error.filename}", ENVIRONMENT)


def _stop(said: str, code: int) -> NoReturn:
    """Say a line or more, whatever signs a file name or the engine has brought into it."""
    click.echo("guideway: " + "\n".join(map(shown, said.split("\n"))), err=True)
    raise click.exceptions.Exit(code) from None


@click.group(cls=_Commands)
@click.version_option(__version__)
@click.option(
    "-C",
    "project",
    metavar="DIR",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Work in this project folder: one that has a mkdocs.yml.",
)
@click.pass_context
def main(context: click.Context, project: Path) -> None:
    """Turn structured guides into a searchable static site."""
    context.obj = project


for _command in (
    making.check,
    making.build,
    making.bundle,
    asking.review,
    asking.related,
    asking.paths,
    asking.explain,
    making.schema,
):
    main.add_command(_command)

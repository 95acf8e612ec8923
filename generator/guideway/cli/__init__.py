"""The commands, and nothing else.

Exit codes: 0 fine, 1 problems in the content, 2 environment, 130 stopped.
"""

import errno
import gc
import io
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import click

from guideway.project.build_error import BuildError
from guideway.reports.problem_list import shown

COMMANDS = {
    "build": "Check the content and build site/; with problems, the last good site stays.",
    "bundle": "Build site/ and say where its bundle for offline use is.",
    "cache": "Say how much earlier builds have left for the next; with --prune, forget the old.",
    "check": "Find everything that is wrong with the content and the settings.",
    "diff": "Say what has changed for readers since a revision: answers, steps, facts, relations.",
    "explain": "Show the page of a problem's CODE; without one, list all codes.",
    "fix": "Mend punctuation, spaces, quotes, dates, ids and the order of keys; show what changes.",
    "import": "Make a draft of a guide from an article: .txt, .md, .html or .docx.",
    "init": "Begin a site in an empty folder: settings, and an example of each kind of content.",
    "known": "Print what rules know of a language or a country, to be said of another.",
    "manual": "Print what is written for who writes guides or has a site; without a PAGE, list it.",
    "new": "Begin a guide, decision, warning, provider, record or letter: a file with remarks.",
    "pages": "Write pages for a site of MkDocs or Zensical that somebody has already.",
    "paths": "Count or draw the decision called NAME, and say what is wrong with it.",
    "related": "Show which pages are suggested beside the page called NAME, and why.",
    "review": "List what must be checked again, and every page that it would change.",
    "serve": "Preview the site, drafts included; pages load again when a file changes.",
    "schema": "Write the JSON Schemas that editors check guides with to content/schema/.",
    "words": "Print all words of the interface in a LANGUAGE, to be said in another.",
}
"""What each says of itself. Its module is imported when it is run: most need little of the rest."""

_MODULES = {"import": "import_article"}
"""Commands that are called as no module can be."""

_ENVIRONMENT, _STOPPED = 2, 130
"""Exit codes of what the content is not to blame for."""


class _Commands(click.Group):
    """Commands whose troubles are one line and an exit code, never a traceback."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Start; what the terminal's encoding does not have is replaced, not a reason to stop.

        In a checkout Python is asked for the package, and nobody needs to know.
        """
        gc.set_threshold(100_000, 20, 100)  # nearly all that is read lives to the end
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        return super().main(*args, **{"prog_name": "guideway", **kwargs})

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, command, rest = super().resolve_command(ctx, args)
        if command is not None:
            module = _MODULES.get(str(name), str(name))
            command = getattr(import_module(f"{__name__}.{module}"), module)
        return name, command, rest

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BuildError as trouble:
            hint = f"\n  = hint: {trouble.hint}" if trouble.hint else ""
            _stop(f"{trouble}{hint}", _ENVIRONMENT)
        except KeyboardInterrupt:
            _stop("stopped; site/ is the last good one", _STOPPED)
        except OSError as error:
            if error.errno == errno.EPIPE:  # click knows what to do
                raise
            _stop(f"{error.strerror}: {error.filename}", _ENVIRONMENT)


def _stop(said: str, code: int) -> NoReturn:
    """Say a line or more, whatever signs a file name or the engine has brought into it."""
    click.echo("guideway: " + "\n".join(map(shown, said.split("\n"))), err=True)
    raise click.exceptions.Exit(code) from None


def _say_version(context: click.Context, _: click.Parameter, is_asked: bool) -> None:
    if is_asked:
        installed = import_module("guideway.project.version").installed
        click.echo(f"guideway {installed()}")
        context.exit()


@click.group(
    cls=_Commands,
    commands={name: click.Command(name, help=does) for name, does in COMMANDS.items()},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_say_version,
    help="Say which version this is.",
)
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
